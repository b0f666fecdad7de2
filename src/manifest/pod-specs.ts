import type { JsonPath } from './json-path';
import type { ManifestObject } from './manifest-document';
import type { CustomKind } from './pod-spec-path';
import { podSpecPathOf, podTemplatePathOf } from './pod-spec-path';
import type { Mapping } from './untyped';
import { isMapping, mappingIn } from './untyped';

/** A pod spec inside an object. */
export interface PodSpecUse {
  readonly podSpec: Mapping;
  readonly path: JsonPath;
  /** That of the pods: an object's own, or its template's; none where a custom kind holds a bare spec. */
  readonly metadata?: Mapping;
}

/** The pod specs of an object: one, none, or as many as a custom kind's `*` meets. */
export function podSpecsOf(object: ManifestObject, customKinds: readonly CustomKind[] = []): PodSpecUse[] {
  const path = podSpecPathOf(object.apiVersion, object.kind, customKinds);
  if (path === undefined) return [];
  if (path.includes('*')) return follow(object, path, 0, []);
  // the path as it is declared: ten thousand objects share it
  let parent: unknown;
  let value: unknown = object;
  for (const step of path) {
    parent = value;
    value = isMapping(value) ? value[step] : undefined;
  }
  return useOf(value, path, parent);
}

function follow(
  value: unknown,
  steps: readonly string[],
  depth: number,
  path: JsonPath,
  parent?: unknown,
): PodSpecUse[] {
  const step = steps[depth];
  if (step === undefined) return useOf(value, path, parent);
  if (step === '*') {
    const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
      ? [...value.entries()]
      : isMapping(value)
        ? Object.entries(value)
        : [];
    return entries.flatMap(([key, child]) => follow(child, steps, depth + 1, [...path, key], value));
  }
  return isMapping(value) ? follow(value[step], steps, depth + 1, [...path, step], value) : [];
}

function useOf(podSpec: unknown, path: JsonPath, parent: unknown): PodSpecUse[] {
  if (!isMapping(podSpec)) return [];
  if (podTemplatePathOf(path) === undefined) return [{ podSpec, path }];
  return [{ podSpec, path, metadata: mappingIn(mappingIn(parent).metadata) }];
}

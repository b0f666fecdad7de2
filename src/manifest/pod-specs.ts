import type { JsonPath } from './json-path';
import type { ManifestObject } from './manifest-document';
import type { CustomKind } from './pod-spec-path';
import { podSpecPathOf } from './pod-spec-path';
import type { Mapping } from './untyped';
import { isMapping } from './untyped';

/** A pod spec inside an object. */
export interface PodSpecUse {
  readonly podSpec: Mapping;
  readonly path: JsonPath;
}

/** The pod specs of an object: one, none, or as many as a custom kind's `*` meets. */
export function podSpecsOf(object: ManifestObject, customKinds: readonly CustomKind[] = []): PodSpecUse[] {
  const path = podSpecPathOf(object.apiVersion, object.kind, customKinds);
  if (path === undefined) return [];
  if (path.includes('*')) return follow(object, path, 0, []);
  // the path as it is declared: ten thousand objects share it
  let value: unknown = object;
  for (const step of path) value = isMapping(value) ? value[step] : undefined;
  return isMapping(value) ? [{ podSpec: value, path }] : [];
}

function follow(value: unknown, steps: readonly string[], depth: number, path: JsonPath): PodSpecUse[] {
  const step = steps[depth];
  if (step === undefined) return isMapping(value) ? [{ podSpec: value, path }] : [];
  if (step === '*') {
    const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
      ? [...value.entries()]
      : isMapping(value)
        ? Object.entries(value)
        : [];
    return entries.flatMap(([key, child]) => follow(child, steps, depth + 1, [...path, key]));
  }
  return isMapping(value) ? follow(value[step], steps, depth + 1, [...path, step]) : [];
}

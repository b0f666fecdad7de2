import type * as JsYaml from 'js-yaml';
import { isManifestObject, isMapping, listIn, type Mapping } from '../manifest';
import type { Injection } from './injection';
import { toYaml } from './to-yaml';

/**
 * What a KRM function is handed: the objects, and its own configuration.
 *
 * @see https://github.com/kubernetes-sigs/kustomize/blob/master/cmd/config/docs/api-conventions/functions-spec.md
 */
export interface ResourceList {
  readonly value: Mapping;
  /** The `spec` of the function's configuration. */
  readonly config?: unknown;
}

/** Reads a text as a ResourceList; nothing where it is an ordinary stream. */
export function parseResourceList(text: string): ResourceList | undefined {
  if (!/^kind:\s*["']?ResourceList\b/m.test(text) && !/"kind":\s*"ResourceList"/.test(text)) return undefined;
  const { load } = require('js-yaml') as typeof JsYaml;
  let value: unknown;
  try {
    value = load(text);
  } catch {
    return undefined; // several documents: the stream's reader says what is wrong
  }
  if (!isMapping(value) || value.kind !== 'ResourceList') return undefined;
  const { functionConfig } = value;
  return { value, config: isMapping(functionConfig) ? functionConfig.spec : undefined };
}

/** The list with a plan in it: what the plan adds stands in front. */
export function injectResourceList({ value }: ResourceList, injection: Injection): string {
  const items = listIn(value.items).map((item) => (isManifestObject(item) ? injection.into(item) : item));
  return toYaml({ ...value, items: [...injection.documents(), ...items] });
}

import type { JsonPath } from './json-path';
import { isManifestObject, type ManifestDocument, type ManifestObject } from './manifest-document';
import type { Mapping } from './untyped';
import { isMapping } from './untyped';

/** What every object of one document shares. */
export type DocumentOrigin = Omit<ManifestDocument, 'object' | 'path'>;

/** Lists in lists that are followed; kubectl writes none. */
const MAX_LIST_DEPTH = 8;

/**
 * The objects of a document: itself, or for `kind: List` and `kind: PodList` their items, which may leave out
 * `apiVersion` and `kind` as the API server does in the latter.
 */
export function* expandList(
  value: unknown,
  origin: DocumentOrigin,
  ignored: () => void,
  path: JsonPath = [],
): Generator<ManifestDocument> {
  if (!isManifestObject(value)) {
    ignored();
  } else if (isList(value) && path.length < 2 * MAX_LIST_DEPTH) {
    const itemKind = value.kind.slice(0, -'List'.length);
    for (const [index, item] of value.items.entries()) {
      const typed =
        itemKind !== '' && isMapping(item) ? { apiVersion: value.apiVersion, kind: itemKind, ...item } : item;
      yield* expandList(typed, origin, ignored, [...path, 'items', index]);
    }
  } else {
    yield { object: value, path, ...origin };
  }
}

function isList(object: ManifestObject): object is ManifestObject & { readonly items: readonly unknown[] } {
  return object.kind.endsWith('List') && Array.isArray((object as Mapping).items);
}

/** A mapping out of a manifest: nothing is known of its values. */
export type Mapping = Readonly<Record<string, unknown>>;

const NO_MAPPING: Mapping = Object.freeze({});
const NO_LIST: readonly unknown[] = Object.freeze([]);

/** Whether a value is a mapping: neither a list nor a scalar. */
export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value where it is a mapping, else an empty one: what the API server refuses is not ours to tell. */
export function mappingIn(value: unknown): Mapping {
  return isMapping(value) ? value : NO_MAPPING;
}

/** The value where it is a list, else an empty one. */
export function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : NO_LIST;
}

/** The value where it is a string that is not empty. */
export function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? detached(value) : undefined;
}

/** Shorter strings are never slices of another. */
const MIN_SLICE_LENGTH = 13;

/** A copy of its own: V8 cuts strings out of a document without copying, and one short name would keep the whole document. */
function detached(text: string): string {
  return text.length < MIN_SLICE_LENGTH ? text : Buffer.from(text).toString();
}

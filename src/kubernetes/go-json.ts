/**
 * The JSON text that Go's `json.Marshal` writes for strings, booleans and objects of them: compact, with what HTML would
 * trip over escaped, and a lone surrogate as the replacement character, which is what a Go program is handed for one.
 * Keys keep their order.
 *
 * @see https://pkg.go.dev/encoding/json#Marshal
 */
export function goJson(value: GoJsonSource): string {
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quote(value);
  const members: [string, GoJsonSource][] = value instanceof Map ? [...value] : Object.entries(value);
  return `{${members.map(([key, member]) => `${quote(key)}:${goJson(member)}`).join(',')}}`;
}

/** A map keeps keys in order that look like numbers, which an object does not. */
export type GoJsonSource =
  | string
  | boolean
  | ReadonlyMap<string, GoJsonSource>
  | { readonly [key: string]: GoJsonSource };

/** Compares two strings as Go does: by the bytes of their UTF-8. JavaScript compares UTF-16, which puts U+E000 behind U+1F600. */
export function compareAsGo(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function quote(text: string): string {
  return JSON.stringify(wellFormed(text)).replace(/[<>&\u2028\u2029]/g, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The text after a journey through UTF-8. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

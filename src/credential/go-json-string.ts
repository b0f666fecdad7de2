import { type ByteString, fromBytes, toBytes } from './byte-string';

const ESCAPE = /\\(?:u(d[89ab]..)\\u(d[c-f]..)|u(....)|(.))/gi;
const SIMPLE: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** The text of a JSON string that is known to be valid, without its quotes. Half a surrogate pair becomes U+FFFD, as in Go. */
export function unquoteJson(quoted: ByteString): string {
  return fromBytes(quoted.includes('\\') ? quoted.replace(ESCAPE, unescaped) : quoted);
}

function unescaped(_escape: string, high?: string, low?: string, unit?: string, simple = ''): ByteString {
  if (high !== undefined && low !== undefined) return toBytes(String.fromCharCode(parse(high), parse(low)));
  // `toBytes` turns a lone surrogate into U+FFFD
  if (unit !== undefined) return toBytes(String.fromCharCode(parse(unit)));
  return SIMPLE[simple] ?? simple;
}

function parse(hex: string): number {
  return Number.parseInt(hex, 16);
}

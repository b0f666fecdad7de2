const NAMED: Readonly<Record<string, string>> = {
  "'": "\\'",
  '\\': '\\\\',
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
};

/** A byte as Go's JSON errors quote it: as the character of its number, so the bytes of `é` are `Ã` and `©`. */
export function quoteByte(byte: string): string {
  return `'${NAMED[byte] ?? (isPrintable(byte) ? byte : escaped(byte.charCodeAt(0)))}'`;
}

/** Go prints letters, marks, numbers, punctuation, symbols and the ASCII blank; so not U+00A0 nor the soft hyphen. */
function isPrintable(byte: string): boolean {
  return /^[ \p{L}\p{M}\p{N}\p{P}\p{S}]$/u.test(byte);
}

function escaped(code: number): string {
  return code < 0x80 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u00${code.toString(16)}`;
}

/**
 * A Go string: bytes, one for each character of a JavaScript string. Go's rules count, cut and compare bytes, and a credential need
 * not be UTF-8.
 */
export type ByteString = string;

/** One well-formed character of UTF-8, or a byte that belongs to none. @see https://www.unicode.org/versions/Unicode16.0.0/core-spec/chapter-3/#G27506 */
const CHARACTER =
  /[^\x80-\xff]+|[\xc2-\xdf][\x80-\xbf]|(?:\xe0[\xa0-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]|\xed[\x80-\x9f])[\x80-\xbf]|(?:\xf0[\x90-\xbf]|[\xf1-\xf3][\x80-\xbf]|\xf4[\x80-\x8f])[\x80-\xbf]{2}|([\x80-\xff])/g;
const ASCII = /^[^\x80-\uffff]*$/;
const REPLACEMENT = '\xef\xbf\xbd';

/** The bytes of a text in UTF-8; a lone surrogate becomes the replacement character. */
export function toBytes(text: string): ByteString {
  return ASCII.test(text) ? text : Buffer.from(text, 'utf8').toString('latin1');
}

/** The text that bytes hold. Each byte that is no UTF-8 becomes a replacement character, as in Go; a TextDecoder makes fewer of them. */
export function fromBytes(bytes: ByteString): string {
  if (ASCII.test(bytes)) return bytes;
  const valid = bytes.replace(CHARACTER, (character, stray?: string) =>
    stray === undefined ? character : REPLACEMENT,
  );
  return Buffer.from(valid, 'latin1').toString('utf8');
}

// controls, invisible marks and what turns the direction of text: a manifest must not steer the reader's terminal
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Text of a manifest as it may stand in a terminal: control characters are written out, on one line. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

const MAX_SHOWN = 120;

/** What was got, as an error message shows it: quoted, control characters escaped, and cut before it hides the message. */
export function shown(text: string): string {
  const head = text
    .slice(0, MAX_SHOWN)
    .replace(/\p{C}/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
  return text.length > MAX_SHOWN ? `'${head}…' (${text.length} characters)` : `'${head}'`;
}

const MAX_SHOWN = 120;

/** What was got, as an error message shows it: quoted, without a login, control characters escaped, cut before it hides the message. */
export function shown(text: string): string {
  const harmless = withoutLogin(text);
  const head = harmless
    .slice(0, MAX_SHOWN)
    .replace(/\p{C}/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
  return harmless.length > MAX_SHOWN ? `'${head}…' (${text.length} characters)` : `'${head}'`;
}

/** `user:password@host` may stand in a URL, and in whatever was written in the place of one. */
function withoutLogin(text: string): string {
  const at = text.lastIndexOf('@');
  return text.slice(0, Math.max(at, 0)).includes(':') ? `***${text.slice(at)}` : text;
}

const MAX_SHOWN = 160;
// what follows an '@' that closes no login; a host before a port is hardly ever called so, and has a dot
const LIKE_A_DIGEST = /^(?:sha|md|blake)[0-9][a-z0-9+_-]*:[^/]*$/i;

/** A text as an error shows it: without a login, without characters that a terminal would act on, and not too long. */
export function quoted(text: string): string {
  const shown = withoutLogin(text);
  const head = shown.slice(0, MAX_SHOWN).replace(/\p{C}/gu, escaped);
  return shown.length > MAX_SHOWN ? `'${head}…' (${text.length} characters)` : `'${head}'`;
}

/** Whether a text is shown whole: what to write instead is of no use when it is cut. */
export function isShownWhole(text: string): boolean {
  return text.length <= MAX_SHOWN;
}

/** Where the '@' stands that ends the login of `user:password@host/app`: the last that begins no digest. -1 where none does. */
export function loginEnd(text: string): number {
  const last = text.lastIndexOf('@');
  if (!LIKE_A_DIGEST.test(text.slice(last + 1))) return last;
  return text.slice(0, Math.max(last, 0)).lastIndexOf('@');
}

function withoutLogin(text: string): string {
  const at = loginEnd(text);
  return at < 0 ? text : `***${text.slice(at)}`;
}

function escaped(character: string): string {
  return character === '\n' ? '\\n' : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

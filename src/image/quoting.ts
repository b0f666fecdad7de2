const MAX_SHOWN = 160;
const MAX_DIGEST_SHOWN = 300;
// a known algorithm, or hexadecimal digits after any: what follows an '@' that does not close a login
const LIKE_A_DIGEST =
  /^(?:(?:sha-?|md|blake)[0-9][a-z0-9]*(?:[-+_][a-z0-9]+)*:[^/]*|[a-z][a-z0-9+._-]*:[0-9a-f]{32,})$/i;

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
  if (!isLikeDigest(text.slice(last + 1))) return last;
  return text.slice(0, Math.max(last, 0)).lastIndexOf('@');
}

function withoutLogin(text: string): string {
  const at = loginEnd(text);
  return at < 0 ? text : `***${text.slice(at)}`;
}

function isLikeDigest(text: string): boolean {
  return text.length <= MAX_DIGEST_SHOWN && LIKE_A_DIGEST.test(text);
}

function escaped(character: string): string {
  return character === '\n' ? '\\n' : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

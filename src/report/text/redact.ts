const SECRET_KIND = /\bkind["']?\s*:\s*["']?Secret(?:List)?\b/;

/** Whether a document holds a Secret, alone or in a list. */
export function hidesSecrets(document: string): boolean {
  return SECRET_KIND.test(document);
}

/**
 * Keys that hold what a report must not show, whatever stands behind them, be it a comment, an anchor or a brace: the values of a Secret or of
 * a template for one, and literals of a container, in its environment or its command line.
 */
const VALUES = /(?:^|[ {,])["']?(?:data|stringData|value|args|command)["']?[ ]*:/;
const MARGIN = /^[ -]*/;
const BLANK_OR_COMMENT = /^[ \t]*(?:#|\r?$)/;

/**
 * Where the lines of a document begin that stand below such a key, as offsets: there a key may have any name. Comments may be
 * indented as people like, and a list may stand as far from the margin as its key.
 */
export function valueLines(document: string): ReadonlySet<number> {
  const found = new Set<number>();
  let margin: number | undefined;
  let offset = 0;
  for (const line of document.split('\n')) {
    const indent = line.length - line.trimStart().length;
    if (margin !== undefined && (indent > margin || isItemAt(line, margin) || BLANK_OR_COMMENT.test(line))) {
      found.add(offset);
    } else {
      margin = VALUES.test(line) ? MARGIN.exec(line)?.[0].length : undefined;
    }
    offset += line.length + 1;
  }
  return found;
}

function isItemAt(line: string, margin: number): boolean {
  return line.startsWith('-', margin) && line.slice(0, margin).trim() === '';
}

const HIDDEN = '…';
/** Keys of a Secret whose values are no secret, and those that only open a mapping. */
const OPEN_LINE =
  /^[ -]*["']?(?:apiVersion|kind|name|namespace|type|immutable)["']?[ ]*:[ ]+["']?[A-Za-z0-9./-]*["']?,?[ ]*$|^[ -]*["']?(?:metadata|data|stringData|annotations|labels|items)["']?[ ]*:[ ]*\{?[ ]*$/;
/** What belongs to no key. */
const BRACKETS = /^(?:---|[ \]{},[])*$/;
/** A key that may be shown although its value may not. */
const KNOWN_KEY =
  /^[ -]*["']?(?:\.dockerconfigjson|\.dockercfg|auths|username|password|auth|email|metadata|data|stringData)["']?[ ]*:/;
/** One of the keys above, with what follows it on its line. */
const INLINE_VALUES = new RegExp(`(${VALUES.source})[ ]*\\S.*$`);
/** The login of `user:password@host/app`; the '@' of a digest ends none. */
const LOGIN = /[^\s"':]+:[^\s"']*@(?!(?:sha|md|blake)[0-9][a-z0-9+_-]*:[^\s"'/]*(?:$|[\s"',}\]]))/gi;

/**
 * A line as a report may show it. In a document with a Secret only what is known to be harmless is shown; elsewhere what is known to be
 * none of a report's business is hidden.
 */
export function redactLine(line: string, inSecret: boolean, isValue = false): string {
  if (!inSecret && !isValue) return line.replace(INLINE_VALUES, `$1 ${HIDDEN}`).replace(LOGIN, '***@');
  if (BRACKETS.test(line) || (!isValue && OPEN_LINE.test(line))) return line;
  const key = KNOWN_KEY.exec(line)?.[0];
  if (key) return `${key} ${HIDDEN}`;
  return line.slice(0, line.length - line.trimStart().length) + HIDDEN;
}

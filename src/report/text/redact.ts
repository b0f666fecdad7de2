const SECRET_KIND = /\bkind["']?\s*:\s*["']?Secret\b/;

/** Whether a document holds a Secret, alone or in a list. */
export function hidesSecrets(document: string): boolean {
  return SECRET_KIND.test(document);
}

/** A key whose values are the Secret's own, whatever stands behind it: a comment, an anchor or a brace. */
const OPENS_VALUES = /(?:^|[ {,"'])(?:data|stringData)["']?[ ]*:/;
const MARGIN = /^[ -]*/;
const BLANK_OR_COMMENT = /^[ \t]*(?:#|\r?$)/;

/**
 * Where the lines of a document begin that stand below `data` or `stringData`, as offsets: there a key may have any name. Comments may be
 * indented as people like.
 */
export function valueLines(document: string): ReadonlySet<number> {
  const found = new Set<number>();
  let margin: number | undefined;
  let offset = 0;
  for (const line of document.split('\n')) {
    const indent = line.length - line.trimStart().length;
    if (margin !== undefined && (indent > margin || BLANK_OR_COMMENT.test(line))) {
      found.add(offset);
    } else {
      margin = OPENS_VALUES.test(line) ? MARGIN.exec(line)?.[0].length : undefined;
    }
    offset += line.length + 1;
  }
  return found;
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
/** A literal in the environment of a container. */
const ENV_VALUE = /^([ -]*["']?value["']?[ ]*:).*$/;

/**
 * A line as a report may show it. In a document with a Secret only what is known to be harmless is shown;
 * elsewhere literals of environment variables are hidden.
 */
export function redactLine(line: string, inSecret: boolean, isValue = false): string {
  if (!inSecret) return line.replace(ENV_VALUE, `$1 ${HIDDEN}`);
  if (BRACKETS.test(line) || (!isValue && OPEN_LINE.test(line))) return line;
  const key = KNOWN_KEY.exec(line)?.[0];
  if (key) return `${key} ${HIDDEN}`;
  return line.slice(0, line.length - line.trimStart().length) + HIDDEN;
}

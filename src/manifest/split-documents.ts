/** Offsets of one YAML document in a stream. */
export interface DocumentRange {
  readonly start: number;
  readonly end: number;
}

const LF = 0x0a;
const CR = 0x0d;
const TAB = 0x09;
const SPACE = 0x20;
const HASH = 0x23;
const PERCENT = 0x25;
const BYTE_ORDER_MARK = 0xfeff;
const MARKER_LENGTH = 3;

/**
 * Cuts a YAML stream into its documents: at `---` and `...` in the first column, and nowhere else. YAML forbids both inside
 * every scalar, so the cut needs no parser: a block scalar that holds `---` holds it indented.
 *
 * @see https://yaml.org/spec/1.2.2/#rule-c-forbidden
 */
export function* splitDocuments(text: string): Generator<DocumentRange> {
  let start = 0;
  // before the first `---`, and after a `...`, a document needs no marker: then only content makes one
  let bare = true;
  let dashes = nextMarker(text, '---', 0);
  let dots = nextMarker(text, '...', 0);
  while (start < text.length) {
    const end = Math.min(dashes, dots);
    const content = bare ? firstContent(text, start, end) : start;
    // directives belong to the document that the `---` behind them opens
    const directives = bare && text.charCodeAt(content) === PERCENT && end === dashes && end < text.length;
    if (content < end && !directives) yield { start, end };
    bare = end === dots;
    if (bare) {
      start = end + MARKER_LENGTH;
      dots = nextMarker(text, '...', start);
    } else {
      if (!directives) start = end;
      dashes = nextMarker(text, '---', end + MARKER_LENGTH);
    }
  }
}

/** Offset of the next marker that stands alone at the start of a line, or the length of the text. */
function nextMarker(text: string, marker: string, from: number): number {
  let at = text.indexOf(marker, from);
  while (at !== -1) {
    if (isLineStart(text, at) && isSpace(text.charCodeAt(at + MARKER_LENGTH))) return at;
    // the rest of a run, so that a long ruler of dashes is read once
    const character = text.charCodeAt(at);
    let after = at + MARKER_LENGTH;
    while (text.charCodeAt(after) === character) after += 1;
    at = text.indexOf(marker, after);
  }
  return text.length;
}

function isLineStart(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  // files that were joined with `cat` have their byte order marks in the middle
  return before === LF || before === CR || (before === BYTE_ORDER_MARK && isLineStart(text, at - 1));
}

/** Whether a marker ends here: white space, a line break, or the end of the text. */
function isSpace(code: number): boolean {
  return code === LF || code === CR || code === SPACE || code === TAB || Number.isNaN(code);
}

/** Offset of the first character that is no space and no comment. */
export function firstContent(text: string, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === HASH) {
      while (at < end && text.charCodeAt(at) !== LF && text.charCodeAt(at) !== CR) at += 1;
    } else if (isSpace(code) || code === BYTE_ORDER_MARK) {
      at += 1;
    } else {
      return at;
    }
  }
  return end;
}

/** Line and column of an offset, both from 1. */
export function positionAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let lineStart = 0;
  for (let at = 0; at < offset; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== LF && code !== CR) continue;
    if (code === CR && text.charCodeAt(at + 1) === LF) at += 1;
    line += 1;
    lineStart = at + 1;
  }
  return { line, column: Math.max(offset - lineStart, 0) + 1 };
}

import type { JsonPath } from './json-path';

/** A line with something on it; behind the `- ` of an item that has been entered. */
interface Line {
  readonly offset: number;
  readonly indent: number;
  readonly content: string;
}

/** Begins a value that is not plain: anchor, alias, tag, block scalar, flow collection, quoted text. */
const UNUSUAL = /^[&*!|>{["'?%@`#]/;
/** A key that needs no quotes, and what stands on its line. */
const KEY = /^([\w./-][\w ./-]*):(?: +(.*))?$/;
const ITEM = /^-(?: +|$)/;
const BLANK_OR_COMMENT = /^ *(?:#.*)?$/;

/**
 * A document of plain block style, as tools print manifests. It finds the place of a value by indentation, many times faster
 * than reading the document again, and knows nothing where the way has anything but plain keys and items.
 */
export class BlockDocument {
  readonly #lines: readonly Line[];

  public constructor(text: string, start: number, end: number) {
    this.#lines = readLines(text, start, end);
  }

  /** The offset of the value at a path in the text; nothing where it takes a real reader to say. */
  public offsetOf(path: JsonPath): number | undefined {
    let lines = this.#lines;
    for (const [depth, step] of path.entries()) {
      lines = typeof step === 'number' ? enterItem(lines, step) : enterKey(lines, step, depth === path.length - 1);
    }
    const [first] = lines;
    return first === undefined || UNUSUAL.test(first.content) ? undefined : first.offset;
  }
}

const NOWHERE: readonly Line[] = [];

function readLines(text: string, start: number, end: number): readonly Line[] {
  const lines: Line[] = [];
  for (let offset = start; offset < end; ) {
    const next = text.indexOf('\n', offset);
    const stop = next === -1 || next >= end ? end : next;
    const line = text.slice(offset, stop).replace(/\r$/, '');
    const indent = line.length - line.trimStart().length;
    if (line.startsWith('---') || line.startsWith('%') || line.startsWith('...')) {
      if (lines.length > 0 || !/^(?:--- *(?:#.*)?|%.*)$/.test(line)) return NOWHERE;
    } else if (!BLANK_OR_COMMENT.test(line)) {
      if (line.slice(0, indent).includes('\t')) return NOWHERE;
      lines.push({ offset: offset + indent, indent, content: line.slice(indent) });
    }
    offset = stop + 1;
  }
  return lines;
}

/** The lines of the value of a key; none where something before it is not plain. */
function enterKey(lines: readonly Line[], wanted: string, isLast: boolean): readonly Line[] {
  const indent = lines[0]?.indent ?? 0;
  for (const [index, line] of lines.entries()) {
    // a list may stand as far from the margin as its key
    if (line.indent > indent || (index > 0 && ITEM.test(line.content))) continue;
    const [, key, value = ''] = KEY.exec(line.content) ?? [];
    if (key === undefined) return NOWHERE;
    if (key !== wanted) continue;
    if (value === '') return linesUnder(lines, index, ({ content }) => ITEM.test(content));
    return isLast ? [{ offset: line.offset + line.content.length - value.length, indent, content: value }] : NOWHERE;
  }
  return NOWHERE;
}

/** The lines of an item, the first of them without its `- `. */
function enterItem(lines: readonly Line[], wanted: number): readonly Line[] {
  const indent = lines[0]?.indent ?? 0;
  let item = -1;
  for (const [index, line] of lines.entries()) {
    if (line.indent > indent) continue;
    const [mark] = ITEM.exec(line.content) ?? [];
    if (mark === undefined) return NOWHERE;
    item += 1;
    if (item !== wanted) continue;
    const first = {
      offset: line.offset + mark.length,
      indent: indent + mark.length,
      content: line.content.slice(mark.length),
    };
    return [...(first.content === '' ? [] : [first]), ...linesUnder(lines, index, () => false)];
  }
  return NOWHERE;
}

/** What follows a line and is further from the margin, or as far and one of its own. */
function linesUnder(lines: readonly Line[], index: number, isOwn: (line: Line) => boolean): readonly Line[] {
  const indent = lines[index]?.indent ?? 0;
  const after = lines.slice(index + 1);
  const end = after.findIndex((line) => line.indent < indent || (line.indent === indent && !isOwn(line)));
  return end === -1 ? after : after.slice(0, end);
}

import type { Location } from '../../check';
import { printable } from './printable';
import { hidesSecrets, redactLine, valueLines } from './redact';
import type { Paint } from './style';

const LINES_BEFORE = 1;
const LINES_AFTER = 1;
/** Characters that are shown of a line: base64 in one line may have a million. */
const MAX_LINE = 160;
/** Characters that are read of it: a login may end where nothing is shown any more. */
const MAX_READ = 1000;

/** The lines around a finding, as compilers show them; empty where the text or the line is not known. */
export function formatCodeFrame(source: SourceText, location: Location, paint: Paint): string {
  const { line, column = 1 } = location;
  if (line === undefined) return '';
  const shown = source.linesOf(location, line - LINES_BEFORE, line + LINES_AFTER);
  const gutter = String(line + LINES_AFTER).length;
  const bar = paint('|', 'blue');
  const rows = shown.map(({ number, text }) => {
    const row = `${paint(String(number).padStart(gutter), 'blue')} ${bar} ${printable(text)}`.trimEnd();
    if (number !== line || column > text.length) return row;
    return `${row}\n${' '.repeat(gutter)} ${bar} ${' '.repeat(column - 1)}${paint('^', 'red')}`;
  });
  return rows.map((row) => `${row}\n`).join('');
}

interface Line {
  readonly number: number;
  readonly text: string;
}

interface Hidden {
  readonly inSecret: boolean;
  /** Where lines begin that hold nothing but values. */
  readonly values: ReadonlySet<number>;
}

/** The lines of one file; what holds logins is shown without its values. */
export class SourceText {
  readonly #text: string;
  /** What of each document is not shown, by its offset. */
  readonly #hidden = new Map<number, Hidden>();
  /** Offset of each line's first character. */
  readonly #starts: readonly number[];

  public constructor(text: string) {
    this.#text = text;
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#starts = starts;
  }

  /** The lines `from` to `to` that belong to the document of a location. */
  public linesOf({ start, end }: Pick<Location, 'start' | 'end'>, from: number, to: number): readonly Line[] {
    const lines: Line[] = [];
    const { inSecret, values } = this.#hiddenIn(start, end);
    for (let number = Math.max(from, 1); number <= to; number++) {
      const offset = this.#starts[number - 1];
      if (offset === undefined || offset >= end) break;
      if (offset < start && this.#lineEnd(number) <= start) continue;
      const text = this.#text.slice(offset, Math.min(this.#lineEnd(number), offset + MAX_READ)).replace(/\r?\n?$/, '');
      lines.push({ number, text: redactLine(text, inSecret, values.has(offset - start)).slice(0, MAX_LINE) });
    }
    return lines;
  }

  #lineEnd(number: number): number {
    return this.#starts[number] ?? this.#text.length;
  }

  #hiddenIn(start: number, end: number): Hidden {
    let hidden = this.#hidden.get(start);
    if (hidden === undefined) {
      const document = this.#text.slice(start, end);
      hidden = { inSecret: hidesSecrets(document), values: valueLines(document) };
      this.#hidden.set(start, hidden);
    }
    return hidden;
  }
}

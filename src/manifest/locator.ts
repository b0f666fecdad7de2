import type * as Yaml from 'yaml';
import { BlockDocument } from './block-document';
import type { JsonPath } from './json-path';
import { positionAt } from './split-documents';

/** A place in a text, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Characters of a document that are read for a position; a larger one is only named by its first line. */
const MAX_LOCATABLE_LENGTH = 2 * 1024 * 1024;

/**
 * Finds lines and columns in one file. Where indentation does not tell, it reads a document again with `yaml`, which keeps
 * positions and is twelve times slower than the first reading: so only then, and each document once while the questions come in order.
 */
export class Locator {
  readonly #text: string;
  #document: Yaml.Document.Parsed | undefined;
  #blocks: BlockDocument | undefined;
  #start = -1;
  #counted: { readonly offset: number; readonly line: number } = { offset: 0, line: 1 };

  public constructor(text: string) {
    this.#text = text;
  }

  /** The position of the value at a path, or of the nearest thing around it that is written. */
  public locate(range: { readonly start: number; readonly end: number }, path: JsonPath): Position {
    if (range.end - range.start > MAX_LOCATABLE_LENGTH) return this.#position(range.start);
    if (range.start !== this.#start) {
      this.#start = range.start;
      this.#blocks = new BlockDocument(this.#text, range.start, range.end);
      this.#document = undefined;
    }
    const offset = this.#blocks?.offsetOf(path);
    if (offset !== undefined) return this.#position(offset);
    if (this.#document === undefined) {
      const { parseDocument } = require('yaml') as typeof Yaml;
      this.#document = parseDocument(this.#text.slice(range.start, range.end), {
        strict: false,
        uniqueKeys: false,
        logLevel: 'silent',
      });
    }
    return this.#position(range.start + offsetOf(this.#document?.contents, path));
  }

  /** Questions mostly come in order: the lines before the last answer are not counted again. */
  #position(offset: number): Position {
    const text = this.#text;
    const from = offset >= this.#counted.offset ? this.#counted : { offset: 0, line: 1 };
    const { line, column } = positionAt(text.slice(from.offset, offset), offset - from.offset);
    const lineStart = offset - (column - 1);
    this.#counted = { offset: lineStart, line: from.line + line - 1 };
    return { line: this.#counted.line, column };
  }
}

function offsetOf(contents: unknown, path: JsonPath): number {
  const { isMap, isNode, isScalar, isSeq } = require('yaml') as typeof Yaml;
  let node: unknown = contents;
  let offset = startOf(node);
  for (const step of path) {
    if (isSeq(node)) {
      node = node.items[Number(step)];
    } else if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(step));
      // a value that is not written (`image:`) has its key's place
      if (pair !== undefined && !(isNode(pair.value) && hasText(pair.value))) return startOf(pair.key, offset);
      node = pair?.value;
    } else {
      return offset;
    }
    offset = startOf(node, offset);
  }
  return offset;

  function startOf(candidate: unknown, otherwise = 0): number {
    return isNode(candidate) && candidate.range ? candidate.range[0] : otherwise;
  }
  function hasText(candidate: Yaml.Node): boolean {
    return candidate.range === undefined || candidate.range === null || candidate.range[1] > candidate.range[0];
  }
}

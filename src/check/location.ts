import type { JsonPath } from '../manifest';

/** Where something stands in the text that was read. */
export interface Location {
  /** The file as the user named it, or a construct path. */
  readonly file: string;
  /** The document's index in the file, from 0. */
  readonly document: number;
  /** The way to the value inside the document. */
  readonly path: JsonPath;
  /** Offsets of the document in the text of the file; both 0 where there is no text. */
  readonly start: number;
  readonly end: number;
  /** From 1; known once `locateFindings` has read the text. */
  readonly line?: number;
  /** From 1. */
  readonly column?: number;
}

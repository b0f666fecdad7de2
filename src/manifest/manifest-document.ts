import type { JsonPath } from './json-path';
import { isMapping } from './untyped';

/** What a manifest holds: a mapping that says what it is. Nothing else of it has been checked. */
export interface ManifestObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly [field: string]: unknown;
}

/** One object of a manifest, and where it stands. */
export interface ManifestDocument {
  readonly object: ManifestObject;
  /** The file as the user named it, `-` for standard input; a construct path where the object comes from a program. */
  readonly file: string;
  /** The document's index in the file, from 0. */
  readonly index: number;
  /** Where the object is in its document: empty, or `['items', 3]` for one of a list. */
  readonly path: JsonPath;
  /** Offset of the document's first character in the text of the file; 0 where there is no text. */
  readonly start: number;
  /** Offset after the document's last character; 0 where there is no text. */
  readonly end: number;
}

/** Why a document of a file could not be read. */
export interface ManifestProblem {
  readonly code: ManifestProblemCode;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** What is wrong and the way out, in lower case. */
  readonly message: string;
}

/** The codes of what cannot be read. */
export type ManifestProblemCode = 'manifest-yaml' | 'manifest-too-large' | 'manifest-alias-bomb';

/** Whether a value says what it is, as every object of Kubernetes does. */
export function isManifestObject(value: unknown): value is ManifestObject {
  return isMapping(value) && typeof value.apiVersion === 'string' && typeof value.kind === 'string';
}

/** An object that a program made, as a document without a text. */
export function documentOf(object: ManifestObject, file: string): ManifestDocument {
  return { object, file, index: 0, path: [], start: 0, end: 0 };
}

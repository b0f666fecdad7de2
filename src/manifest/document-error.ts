import { RegcredError } from '../error';
import type { ManifestProblemCode } from './manifest-document';

/** Why a document could not be read, with the place inside the document's text. */
export class DocumentError extends RegcredError {
  declare public readonly code: ManifestProblemCode;
  /** From 0. */
  public readonly line: number;
  /** From 0. */
  public readonly column: number;

  public constructor(code: ManifestProblemCode, message: string, line = 0, column = 0) {
    super(code, message);
    this.line = line;
    this.column = column;
  }
}

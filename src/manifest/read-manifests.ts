import { DocumentError } from './document-error';
import { expandList } from './expand-list';
import type { ManifestDocument, ManifestProblem } from './manifest-document';
import { parseDocument } from './parse-document';
import { positionAt, splitDocuments } from './split-documents';

/** Characters of one file that are read. */
export const MAX_TEXT_LENGTH = 256 * 1024 * 1024;
/** Characters of one document that are read: four thousand times what Kubernetes stores in an object. */
export const MAX_DOCUMENT_LENGTH = 64 * 1024 * 1024;

/** What is read. */
export interface ReadOptions {
  /** The file as the user named it, for problems and findings. */
  readonly file: string;
}

/** What is not a manifest in a file, told while it is read. */
export interface ReadListener {
  /** A document cannot be read; the ones after it are. */
  problem(problem: ManifestProblem): void;
  /** A document is YAML but no Kubernetes object: chart values, a compose file. */
  ignored?(index: number): void;
}

/** The objects of a file, and what could not be read. */
export interface ReadResult {
  readonly documents: readonly ManifestDocument[];
  readonly problems: readonly ManifestProblem[];
  /** How many documents are YAML but no Kubernetes objects. */
  readonly ignored: number;
}

/** Reads a whole file of YAML or JSON, lists expanded; a bad document does not hide the ones after it. */
export function readManifests(text: string, options: ReadOptions): ReadResult {
  const problems: ManifestProblem[] = [];
  let ignored = 0;
  const documents = [
    ...streamManifests(text, options, {
      problem: (problem) => problems.push(problem),
      ignored: () => {
        ignored += 1;
      },
    }),
  ];
  return { documents, problems, ignored };
}

/** The same, one object after the other: what is not kept can be collected. */
export function* streamManifests(
  text: string,
  options: ReadOptions,
  listener: ReadListener,
): Generator<ManifestDocument> {
  const { file } = options;
  if (text.length > MAX_TEXT_LENGTH) {
    listener.problem(tooLarge(file, 1, `the file has ${text.length} characters, more than ${MAX_TEXT_LENGTH}`));
    return;
  }
  let index = -1;
  for (const { start, end } of splitDocuments(text)) {
    index += 1;
    if (end - start > MAX_DOCUMENT_LENGTH) {
      const what = `the document has ${end - start} characters, more than ${MAX_DOCUMENT_LENGTH}`;
      listener.problem(tooLarge(file, positionAt(text, start).line, what));
      continue;
    }
    let value: unknown;
    try {
      value = parseDocument(text.slice(start, end));
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      listener.problem(problemOf(error, text, start, file));
      continue;
    }
    // `---` with nothing or a comment behind it
    if (value === null || value === undefined) continue;
    yield* expandList(value, { file, index, start, end }, () => listener.ignored?.(index));
  }
}

function problemOf(error: DocumentError, text: string, start: number, file: string): ManifestProblem {
  const { line } = positionAt(text, start);
  return { code: error.code, file, line: line + error.line, column: error.column + 1, message: error.message };
}

function tooLarge(file: string, line: number, what: string): ManifestProblem {
  return { code: 'manifest-too-large', file, line, column: 1, message: `${what}: split it` };
}

import type { ManifestObject, ManifestProblem } from '../manifest';
import { streamManifests } from '../manifest';
import type { Injection } from './injection';
import { toYaml } from './to-yaml';

/** Lines of a document that hold a marker, a comment or nothing. */
const HEAD = /^(?:(?:---)?[ \t]*(?:#.*)?\r?\n)*/;

/** Manifests with the plan in them, or why they could not be read. */
export interface InjectedText {
  readonly text: string;
  readonly problems: readonly ManifestProblem[];
}

/** A document of the text and what became of its objects. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly items: { readonly before: ManifestObject; readonly after: ManifestObject }[];
}

/**
 * Puts a plan into a stream of manifests. What needs nothing stays as it is, letter by letter; what the plan adds stands in front, so that it is
 * applied first.
 */
export function injectStream(text: string, file: string, injection: Injection): InjectedText {
  const problems: ManifestProblem[] = [];
  const pieces = new Map<number, Piece>();
  const listener = { problem: (problem: ManifestProblem) => problems.push(problem) };
  for (const { object, index, start, end } of streamManifests(text, { file }, listener)) {
    const item = { before: object, after: injection.into(object) };
    const piece = pieces.get(index);
    if (piece) piece.items.push(item);
    else pieces.set(index, { start, end, items: [item] });
  }
  const changed = [...pieces.values()].filter(({ items }) => items.some(({ before, after }) => before !== after));
  let result = '';
  let at = 0;
  for (const { start, end, items } of changed) {
    result +=
      text.slice(at, start) + headOf(text.slice(start, end)) + items.map(({ after }) => toYaml(after)).join('---\n');
    at = end;
  }
  result += text.slice(at);
  const ours = injection.documents().map(toYaml).join('---\n');
  const marker = ours === '' || result.startsWith('---') ? '' : '---\n';
  return { text: ours + marker + result, problems };
}

/** The marker of a document and the comments above its content: charts write there where it comes from. */
function headOf(document: string): string {
  const [head = ''] = HEAD.exec(document) ?? [];
  return document.startsWith('---') && !head.startsWith('---') ? '---\n' : head;
}

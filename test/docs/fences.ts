import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '..', '..');

/** A block of code in a document. */
export interface Fence {
  /** Where it stands: `README.md:31`. */
  readonly at: string;
  readonly language: string;
  readonly code: string;
}

/** Every fenced block of the documents that people write; API.md is generated. */
export function fences(): Fence[] {
  const docs = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).map((file) => join('docs', file));
  const documents = ['README.md', 'CONTRIBUTING.md', ...docs.sort()].filter((file) => file.endsWith('.md'));
  return documents.flatMap((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map((match) => ({
      at: `${file}:${text.slice(0, match.index).split('\n').length}`,
      language: match[1] ?? '',
      code: match[2] ?? '',
    }));
  });
}

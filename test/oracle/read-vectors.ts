import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The lines of a file of vectors, as `{ line, ...answer }`. */
export function readVectors<T>(file: string): T[] {
  return readFileSync(join(__dirname, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version of this package; package.json is as far from src/cli as from lib/cli. */
export function packageVersion(): string {
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8'),
  );
  return version;
}

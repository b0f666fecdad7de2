import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { settings } from './settings';

/** Where the tests of a run write their numbers down, a line each. */
export const FACTS = join(settings.state, 'facts.jsonl');

/** What was counted in a run. */
export function readFacts(): Record<string, number> {
  if (!existsSync(FACTS)) return {};
  const lines = readFileSync(FACTS, 'utf8').trimEnd().split('\n');
  return Object.fromEntries(lines.map((line) => JSON.parse(line) as [string, number]).sort());
}

import { appendFileSync } from 'node:fs';

import { FACTS } from '../harness/facts';

/** Writes a number of this run down, for docs/evidence.md. */
export function record(fact: string, count: number): void {
  appendFileSync(FACTS, `${JSON.stringify([fact, count])}\n`);
}

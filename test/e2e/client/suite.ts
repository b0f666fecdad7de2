import type { Level } from '../harness/means';
import { currentRun } from '../harness/servers';

const levels = currentRun()?.levels ?? [];

/** A `describe` that is skipped where this machine could not start what it needs. */
export function describeOn(level: Level, title: string, tests: () => void): void {
  (levels.includes(level) ? describe : describe.skip)(title, tests);
}

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { cluster } from './cluster';
import type { Level } from './means';
import { node } from './node';
import { startRegistries, stopRegistries } from './registries';
import { settings } from './settings';
import { settle } from './settle';

/** What runs, as a file that the tests read. */
export interface Run {
  readonly levels: readonly Level[];
  /** The process that stops it; undefined for one that a person stops. */
  readonly owner?: number;
}

const RECORD = join(settings.state, 'run.json');

/** Starts what the levels need, from nothing. */
export async function startServers(run: Run): Promise<void> {
  rmSync(settings.state, { recursive: true, force: true });
  mkdirSync(settings.state, { recursive: true });
  writeFileSync(RECORD, JSON.stringify(run));
  const needsNode = run.levels.includes('node');
  if (run.levels.includes('server')) await settle([cluster.start(), needsNode ? startRegistries() : undefined]);
  if (needsNode) await node.start();
}

/** Stops all of it, in the reverse order; logs stay. */
export async function stopServers(): Promise<void> {
  await node.stop();
  await settle([stopRegistries(), cluster.stop()]);
  rmSync(RECORD, { force: true });
}

/** What runs now, if anything. */
export function currentRun(): Run | undefined {
  return existsSync(RECORD) ? (JSON.parse(readFileSync(RECORD, 'utf8')) as Run) : undefined;
}

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { HelperAnswer, Surroundings } from '../credential';

/** Milliseconds that a credential helper may take: some ask a person. */
const HELPER_TIMEOUT = 60_000;

/** The machine that this runs on. */
export function thisMachine(): Surroundings {
  return { environment: process.env, readFile, runHelper };
}

function readFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isNotThere(error)) return undefined;
    throw error;
  }
}

function runHelper(program: string, input: string): HelperAnswer | undefined {
  const { status, stdout, error } = spawnSync(program, ['get'], {
    input,
    env: process.env,
    encoding: 'utf8',
    timeout: HELPER_TIMEOUT,
  });
  return isNotThere(error) ? undefined : { ok: status === 0, output: stdout };
}

function isNotThere(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import type { Environment, HelperAnswer, Surroundings } from '../credential';
import { RegcredError } from '../error';

/** Milliseconds that a credential helper may take: some ask a person. */
const HELPER_TIMEOUT = 60_000;

/** The machine that this runs on, as a program sees it that runs with an environment, in a folder. */
export function thisMachine(environment: Environment = process.env, folder = process.cwd()): Surroundings {
  return {
    environment: { HOME: homedir(), ...environment },
    readFile: (path) => readFile(resolve(folder, path)),
    runHelper: (program, input) => runHelper(program, input, environment),
  };
}

function readFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isNotThere(error)) return undefined;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new RegcredError(
      'credential-file',
      `cannot read '${path}': ${code === 'EISDIR' ? 'it is a folder' : message}; write the path of a file that this program may read`,
    );
  }
}

function runHelper(program: string, input: string, env: Environment): HelperAnswer | undefined {
  const { status, stdout, error } = spawnSync(program, ['get'], {
    input,
    env,
    encoding: 'utf8',
    timeout: HELPER_TIMEOUT,
  });
  return isNotThere(error) ? undefined : { ok: status === 0, output: stdout };
}

function isNotThere(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

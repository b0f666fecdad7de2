import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONSUMER_LANGUAGES, declareMissing } from './missing';

const ENGINE = join(__dirname, '..', 'engine');
const CONSUMERS = join(__dirname, '..', 'consumers');

/** Flags with which the engine is built: packages that it shares with a program are compiled once. */
export const GO_ENV = { CGO_ENABLED: '0', GOFLAGS: '-trimpath -buildvcs=false -modcacherw' };

/** A step that did not succeed: the reason why a language is skipped. */
class Missing extends Error {}

/** Makes ready what programs in other languages need beside the engine, in the cache where the engine is. */
export function provideToolchains(home: string, say: (line: string) => void): void {
  for (const language of CONSUMER_LANGUAGES) {
    try {
      run(join(ENGINE, 'build'), ['sdkgen']);
      if (language === 'go') provideGo();
      else process.env.REGCRED_PYTHON_HOME = providePython(home, say);
    } catch (error) {
      if (!(error instanceof Missing)) throw error;
      declareMissing(language, error.message);
    }
  }
}

/** Compiles what every Go program of Pulumi's consists of, so that no test has to fetch or to wait for it. */
function provideGo(): void {
  const sdk = 'github.com/pulumi/pulumi/sdk/v3/go/pulumi';
  run('go', ['build', sdk, `${sdk}/config`], join(CONSUMERS, 'go'));
}

/** A virtual environment with what the generated SDK requires: another one where that, or the interpreter, is another. */
function providePython(home: string, say: (line: string) => void): string {
  const lock = join(CONSUMERS, 'python', 'requirements.txt');
  const interpreter = run('python3', ['-c', 'import sys; print(sys.executable, sys.version)']);
  const key = createHash('sha256').update(interpreter).update(readFileSync(lock)).digest('hex').slice(0, 12);
  const folder = join(home, `pulumi-python-${key}`);
  const complete = join(folder, 'complete');
  if (existsSync(complete)) return folder;
  say('installing the Python SDK of Pulumi: half a minute the first time');
  rmSync(folder, { recursive: true, force: true });
  run('python3', ['-m', 'venv', folder]);
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--require-hashes', '-r', lock];
  run(join(folder, 'bin', 'python'), pip);
  writeFileSync(complete, '');
  return folder;
}

function run(program: string, args: readonly string[], cwd?: string): string {
  const env = { ...process.env, ...GO_ENV };
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, env, encoding: 'utf8' });
  if (status === 0) return stdout;
  const said = error?.message ?? stderr.trim().split('\n').at(-1);
  throw new Missing(`${[program, ...args].join(' ')} ended with ${status}: ${said}`);
}

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const ENGINE = join(__dirname, '..', 'engine');

/** The engine that the tests run, or why there is none. */
export type Engine = { readonly home: string; readonly version: string } | { readonly missing: string };

/** Finds the engine in the cache, or builds it from its Go modules. */
export function provideEngine(say: (line: string) => void): Engine {
  const home = process.env.REGCRED_PEERS_HOME ?? join(homedir(), '.cache', 'regcred-peers');
  const binary = join(home, 'bin', 'pulumi');
  const wanted = /github\.com\/pulumi\/pulumi\/pkg\/v3 v(\S+)/.exec(readFileSync(join(ENGINE, 'go.mod'), 'utf8'))?.[1];
  if (!wanted) return { missing: `${ENGINE}/go.mod names no version of the engine` };
  if (versionOf(binary) === wanted) return { home, version: wanted };
  if (spawnSync('go', ['version']).status !== 0) return { missing: 'no Go to build it with' };
  say(`building the Pulumi engine ${wanted} from its Go modules: up to 10 minutes the first time, seconds later`);
  const build = spawnSync(join(ENGINE, 'build'), ['pulumi'], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (build.status !== 0) return { missing: `${ENGINE}/build ended with ${build.status ?? build.error?.message}` };
  return { home, version: wanted };
}

function versionOf(binary: string): string | undefined {
  if (!existsSync(binary)) return undefined;
  const env = { ...process.env, PULUMI_SKIP_UPDATE_CHECK: 'true' };
  return execFileSync(binary, ['version'], { env, encoding: 'utf8' }).trim().replace(/^v/, '');
}

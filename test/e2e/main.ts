// The end-to-end tests: `test` starts the servers, runs the tests and stops the servers; `up` and `down` are for a person.
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

import { cluster } from './harness/cluster';
import { readFacts } from './harness/facts';
import type { Level, Means } from './harness/means';
import { survey } from './harness/means';
import { buildPrograms, PROGRAMS } from './harness/programs';
import type { Report } from './harness/report';
import { lastLine, parseJestResults } from './harness/report';
import { currentRun, startServers, stopServers } from './harness/servers';
import { settings } from './harness/settings';
import { Stopwatch } from './harness/stopwatch';
import { versions } from './harness/versions';

/** What a shell says of a program that Ctrl-C ended. */
const INTERRUPTED = 130;
const REPORTS = join(settings.repository, 'test-reports');
const JEST_RESULTS = join(REPORTS, 'e2e-jest.json');

async function up(): Promise<number> {
  const means = prepare();
  if (!means.levels.includes('server')) return 1;
  await makeRoom();
  await startServers({ levels: means.levels }).catch(async (error) => {
    await stopServers();
    throw error;
  });
  console.log(`KUBECONFIG=${cluster.kubeconfig}\nPATH=${settings.bin}:$PATH   # kubectl\nstop with: npm run e2e:down`);
  return 0;
}

async function down(): Promise<number> {
  await stopServers();
  return 0;
}

/** Runs jest with the arguments; the exit status is 0 where no test failed. */
async function test(jestArguments: readonly string[]): Promise<number> {
  const stopwatch = new Stopwatch();
  const means = await stopwatch.time('programs built or found', () => prepare());
  await makeRoom();
  endTestsOnSignal();
  try {
    await stopwatch.time('servers started', () => startServers({ levels: means.levels, owner: process.pid }));
    if (!interrupted) await stopwatch.time('tests', () => jest(jestArguments));
  } finally {
    await stopwatch.time('servers stopped', () => stopServers());
  }
  if (interrupted) return INTERRUPTED;
  const report: Report = {
    ...parseJestResults(JSON.parse(readFileSync(JEST_RESULTS, 'utf8'))),
    date: new Date().toISOString(),
    machine: `${cpus().length} processors, ${Math.round(totalmem() / 2 ** 30)} GiB`,
    facts: readFacts(),
    levels: means.levels,
    versions: versions(means.levels),
    seconds: stopwatch.seconds,
  };
  // a part of the tests is no evidence
  if (jestArguments.length === 0) writeFileSync(join(REPORTS, 'e2e.json'), JSON.stringify(report, null, 2));
  console.log(stopwatch.table());
  if (report.failed > 0) console.log(`logs of the servers: ${settings.state}`);
  if (means.hindrance) console.log(`skipped tests: ${means.hindrance}`);
  console.log(lastLine(report));
  return report.failed > 0 ? 1 : 0;
}

function prepare(): Means {
  const means = survey(process.env);
  if (means.hindrance) console.log(means.hindrance);
  const needed: Record<Level, readonly (typeof PROGRAMS)[number][]> = {
    oracle: ['oracle'],
    server: PROGRAMS.filter((name) => name !== 'oracle' && name !== 'hollow-kubelet'),
    node: ['hollow-kubelet'],
  };
  buildPrograms(means.levels.flatMap((level) => needed[level]));
  return means;
}

/** Stops what a run that was killed has left; refuses where somebody uses the servers. */
async function makeRoom(): Promise<void> {
  const owner = currentRun()?.owner;
  if (owner !== undefined && !isAlive(owner)) await stopServers();
  if (currentRun()) throw new Error(`the servers are up already (KUBECONFIG=${cluster.kubeconfig}); npm run e2e:down`);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

let running: ChildProcess | undefined;
let interrupted = false;

/** A signal ends the tests; the servers are then stopped as after any run. Ctrl-C in a terminal reaches jest by itself. */
function endTestsOnSignal(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      console.log(`${signal}: stopping the tests and the servers`);
      interrupted = true;
      running?.kill('SIGKILL');
    });
  }
}

function jest(jestArguments: readonly string[]): Promise<void> {
  mkdirSync(REPORTS, { recursive: true });
  rmSync(JEST_RESULTS, { force: true });
  const output = ['--json', `--outputFile=${JEST_RESULTS}`];
  const config = ['-c', join(__dirname, 'jest.config.json')];
  const child = spawn(process.execPath, [require.resolve('jest/bin/jest'), ...config, ...output, ...jestArguments], {
    cwd: settings.repository,
    stdio: ['ignore', 'ignore', 'inherit'], // what jest says goes to stderr; stdout is the JSON once more
  });
  running = child;
  return new Promise((resolve, reject) => child.once('error', reject).once('exit', () => resolve()));
}

const commands: Readonly<Record<string, (rest: readonly string[]) => Promise<number>>> = { test, up, down };
const [command = '', ...rest] = process.argv.slice(2);
const run = commands[command];
if (run) {
  run(rest).then(
    (status) => process.exit(status),
    (error: Error) => {
      console.error(error.message);
      process.exit(1);
    },
  );
} else {
  console.error('usage: main.ts test [JEST ARGUMENT...] | up | down');
  process.exit(2);
}

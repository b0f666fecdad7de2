import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { until } from './until';

/** A server that outlives the process that starts it. */
export interface Daemon {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** The ports on 127.0.0.1 that it takes. */
  readonly ports: readonly number[];
  /** Whether it answers. */
  readonly ready: () => Promise<boolean>;
  readonly seconds: number;
}

/** Starts a server, its log and its pid in a folder, and waits until it answers. */
export async function start(folder: string, daemon: Daemon): Promise<void> {
  for (const port of daemon.ports) {
    if (await answers(port)) {
      throw new Error(`${daemon.name}: port ${port} is taken; set REGCRED_PEERS_PORT to the first of nine free ports`);
    }
  }
  mkdirSync(folder, { recursive: true });
  const log = openSync(logFile(folder, daemon.name), 'w');
  const child = spawn(daemon.program, daemon.args, {
    detached: true, // Ctrl-C reaches the runner only, which then stops the servers in their order
    stdio: ['ignore', log, log],
    env: { ...process.env, ...daemon.environment },
  });
  const failed = new Promise<never>((_, reject) => child.once('error', reject));
  failed.catch(() => undefined);
  if (child.pid === undefined) return failed;
  writeFileSync(pidFile(folder, daemon.name), `${child.pid} ${startTime(child.pid)}`);
  child.unref();
  await until({ what: `${daemon.name} to be ready`, seconds: daemon.seconds }, async () => {
    const end = child.exitCode ?? child.signalCode;
    if (end !== null) throw new Error(`${daemon.name} ended with ${end}`);
    return (await daemon.ready()) || undefined;
  }).catch((error: Error) => {
    throw new Error(`${error.message}; the end of ${logFile(folder, daemon.name)}:\n${tail(folder, daemon.name)}`);
  });
}

/** Stops a server that was started in this folder, and waits until it is gone; does nothing where none runs. */
export async function stop(folder: string, name: string): Promise<void> {
  const pid = runningPid(folder, name);
  if (pid !== undefined) {
    for (const [signal, seconds] of [['SIGTERM', 20] as const, ['SIGKILL', 5] as const]) {
      signalQuietly(pid, signal);
      for (let i = 0; i < seconds * 20 && runningPid(folder, name) === pid; i++) await sleep(50);
    }
  }
  rmSync(pidFile(folder, name), { force: true });
}

/** The names of the servers of a folder that run. */
export function runningIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).flatMap((file) => (file.endsWith('.pid') ? [file.slice(0, -'.pid'.length)] : []));
  return names.filter((name) => runningPid(folder, name) !== undefined);
}

/** The last lines of a server's log. */
export function tail(folder: string, name: string, lines = 15): string {
  const file = logFile(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n') : '';
}

function runningPid(folder: string, name: string): number | undefined {
  const file = pidFile(folder, name);
  if (!existsSync(file)) return undefined;
  const [pid, started] = readFileSync(file, 'utf8').split(' ');
  // the start time tells our process from a later one that got the same number
  return started !== '' && started === startTime(Number(pid)) ? Number(pid) : undefined;
}

/** When a process started, in the kernel's ticks; empty for one that is gone, or dead and not yet waited for. */
function startTime(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? '' : (fields[18] ?? '');
  } catch {
    return '';
  }
}

function signalQuietly(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // it ended by itself
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

const pidFile = (folder: string, name: string) => join(folder, `${name}.pid`);
const logFile = (folder: string, name: string) => join(folder, `${name}.log`);

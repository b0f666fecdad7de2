import { spawn } from 'node:child_process';

import { cluster } from '../harness/cluster';
import { programPath } from '../harness/programs';

/** What a call of kubectl came to. */
export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A Kubernetes object, or YAML with any number of them. */
export type Manifest = string | object;

/** Calls kubectl as the administrator and returns what it printed; throws what it complained about. */
export async function kubectl(...args: string[]): Promise<string> {
  return expectDone(args, await run(args));
}

/** The same with something to read, for `-f -`. */
export async function kubectlWith(stdin: string, ...args: string[]): Promise<string> {
  return expectDone(args, await run(args, stdin));
}

/** `kubectl apply` of some manifests; with `--server-side` where the flags say so. */
export async function apply(manifests: Manifest | readonly Manifest[], ...flags: string[]): Promise<string> {
  return expectDone(['apply', ...flags], await tryApply(manifests, ...flags));
}

/** The same, for one that may fail. */
export function tryApply(manifests: Manifest | readonly Manifest[], ...flags: string[]): Promise<Outcome> {
  return run(['apply', '-f', '-', ...flags], toYaml(manifests));
}

/** Calls kubectl, and says how it ended. */
export function tryKubectl(...args: string[]): Promise<Outcome> {
  return run(args);
}

/** `kubectl get -o json`. */
export async function get<T>(kind: string, namespace: string, name: string): Promise<T> {
  return JSON.parse(await kubectl('get', kind, name, '-n', namespace, '-o', 'json')) as T;
}

function run(args: readonly string[], stdin = ''): Promise<Outcome> {
  const environment = { ...process.env, KUBECONFIG: cluster.kubeconfig, HOME: cluster.folder, KUBECTL_KUBERC: 'false' };
  const child = spawn(programPath('kubectl'), args, { env: environment });
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
  child.stdin.on('error', () => undefined).end(stdin);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve({ status: status ?? 1, stdout: stdout(), stderr: stderr() }));
  });
}

function collect(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}

function toYaml(manifests: Manifest | readonly Manifest[]): string {
  const list = Array.isArray(manifests) ? (manifests as readonly Manifest[]) : [manifests as Manifest];
  return list.map((manifest) => (typeof manifest === 'string' ? manifest : JSON.stringify(manifest))).join('\n---\n');
}

function expectDone(args: readonly string[], { status, stdout, stderr }: Outcome): string {
  if (status !== 0) throw new Error(`kubectl ${args.join(' ')}: exit ${status}\n${stderr}`);
  return stdout;
}

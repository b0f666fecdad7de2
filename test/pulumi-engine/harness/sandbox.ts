import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type ConfigMap, LocalWorkspace, PulumiCommand, type PulumiFn, type Stack } from '@pulumi/pulumi/automation';
import { Cluster, type Manifest } from '../plugins/cluster';
import { CLUSTER_FILE, REQUESTS_FILE, type RecordedRequest } from '../plugins/recording';
import { GO_ENV } from './toolchains';

const ROOT = join(__dirname, '..', '..', '..');

/** How a run of the CLI ended, with all that it printed. */
export interface CliResult {
  readonly code: number;
  readonly output: string;
}

/** A Pulumi home, a file backend and an API server's memory of their own, gone with `dispose`. */
export class Sandbox {
  public static create(namespaces: readonly string[] = []): Sandbox {
    const sandbox = new Sandbox(mkdtempSync(join(tmpdir(), 'regcred-pulumi-')));
    for (const name of namespaces) {
      sandbox.cluster.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }, 'kubectl');
    }
    return sandbox;
  }

  public readonly backend: string;
  public readonly cluster: Cluster;
  /** What the engine and its plugins need to find one another, and nothing of the person who runs the tests. */
  public readonly env: Readonly<Record<string, string>>;
  readonly #folder: string;
  readonly #recording: string;

  private constructor(folder: string) {
    this.#folder = folder;
    this.backend = join(folder, 'state');
    this.#recording = join(folder, 'recording');
    for (const child of [this.backend, this.#recording]) mkdirSync(child);
    this.cluster = new Cluster(join(this.#recording, CLUSTER_FILE));
    this.env = {
      PATH: [process.env.REGCRED_ENGINE_PLUGINS, join(engineHome(), 'bin'), process.env.PATH].join(':'),
      PULUMI_HOME: join(folder, 'home'),
      PULUMI_BACKEND_URL: `file://${this.backend}`,
      PULUMI_CONFIG_PASSPHRASE: 'a passphrase of the tests',
      PULUMI_SKIP_UPDATE_CHECK: 'true',
      FORCE_COLOR: '0',
      ...GO_ENV,
      REGCRED_RECORDING: this.#recording,
    };
  }

  /** A stack whose program is a function of the test. */
  public async stack(stackName: string, program: PulumiFn, config: ConfigMap = {}): Promise<Stack> {
    const pulumiCommand = await PulumiCommand.get({ root: engineHome() });
    const stack = await LocalWorkspace.createOrSelectStack(
      { stackName, projectName: 'sandbox', program },
      { pulumiCommand, envVars: { ...this.env }, workDir: this.#workDir(stackName) },
    );
    await stack.setAllConfig(config);
    return stack;
  }

  /** Copies a folder, so that the CLI can write beside what is in it. */
  public copyFolder(folder: string): string {
    const copy = this.#workDir(basename(folder));
    cpSync(folder, copy, { recursive: true });
    return copy;
  }

  /** Copies a TypeScript program, with the packages that it imports. */
  public copyProgram(folder: string): string {
    const copy = this.copyFolder(folder);
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    writeFileSync(join(copy, 'package.json'), '{ "private": true }'); // whatever lies in a folder above is no part of it
    // Pulumi type-checks policy packs, and the package is installed without its types: `npm test` has checked them
    for (const file of readdirSync(copy, { recursive: true, encoding: 'utf8' })) {
      if (basename(file) !== 'PulumiPolicy.yaml') continue;
      writeFileSync(join(copy, dirname(file), 'tsconfig.json'), JSON.stringify({ compilerOptions: { noCheck: true } }));
    }
    return copy;
  }

  /** Runs the CLI in the folder of a program; never fails, so that a test can look at the exit code. */
  public cli(folder: string, ...args: readonly string[]): Promise<CliResult> {
    const env = { ...process.env, ...this.env };
    return new Promise((resolve, reject) => {
      const child = spawn(join(engineHome(), 'bin', 'pulumi'), [...args, '--non-interactive'], { cwd: folder, env });
      let output = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (text) => {
          output += text;
        });
      }
      child.on('error', reject);
      child.on('close', (code) => resolve({ code: code ?? -1, output }));
    });
  }

  /** What the provider was asked, in order. */
  public requests(method?: RecordedRequest['method']): readonly RecordedRequest[] {
    const file = join(this.#recording, REQUESTS_FILE);
    if (!existsSync(file)) return [];
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    const requests = lines.map((line): RecordedRequest => JSON.parse(line));
    return method ? requests.filter((request) => request.method === method) : requests;
  }

  /** The objects that were made for real, in order. */
  public created(): readonly Manifest[] {
    return this.requests('create')
      .filter((request) => !request.preview)
      .map((request) => request.inputs);
  }

  public forgetRequests(): void {
    rmSync(join(this.#recording, REQUESTS_FILE), { force: true });
  }

  /** Every file of the backend, state, history and backups alike, in which a text stands. */
  public filesWith(text: string): readonly string[] {
    return readdirSync(this.backend, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => readFileSync(file, 'utf8').includes(text));
  }

  public dispose(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #workDir(stackName: string): string {
    const folder = join(this.#folder, 'work', stackName);
    mkdirSync(folder, { recursive: true });
    return folder;
  }
}

function engineHome(): string {
  return process.env.REGCRED_ENGINE_HOME ?? '';
}

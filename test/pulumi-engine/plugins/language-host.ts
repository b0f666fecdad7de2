import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ServerUnaryCall, ServerWritableStream, sendUnaryData } from '@grpc/grpc-js';
import { type ILanguageRuntimeServer, LanguageRuntimeService } from '@pulumi/pulumi/proto/language_grpc_pb';
import * as language from '@pulumi/pulumi/proto/language_pb';
import { PluginInfo } from '@pulumi/pulumi/proto/plugin_pb';
import { servePlugin } from './serve';

// Stands in for the Node.js language host, of which no registry has a build: runs programs and policy packs with the
// entry points of @pulumi/pulumi, and leaves out what only `pulumi new`, `install` and code generation need.

/** The process said all there is to say: its errors are not repeated. */
const ALREADY_REPORTED = 32;

const TYPESCRIPT = { PULUMI_NODEJS_TYPESCRIPT: 'true', PULUMI_NODEJS_TRANSPILE_ONLY: 'true' };

const engineAddress = process.argv[process.argv.length - 1] ?? '';
const children = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of children) child.kill();
});
process.on('SIGTERM', () => process.exit(0));

function spawnNode(entry: string, args: readonly string[], folder: string, env: NodeJS.ProcessEnv): ChildProcess {
  const script = createRequire(join(folder, 'package.json')).resolve(`@pulumi/pulumi/cmd/${entry}`);
  const child = spawn(process.execPath, [script, ...args], {
    cwd: folder,
    env: { ...env, ...TYPESCRIPT },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  child.on('exit', () => children.delete(child));
  return child;
}

function run(request: language.RunRequest): ChildProcess {
  const folder = request.getInfo()?.getProgramDirectory() || request.getPwd();
  const flags = {
    monitor: request.getMonitorAddress(),
    engine: engineAddress,
    organization: request.getOrganization(),
    project: request.getProject(),
    stack: request.getStack(),
    'root-directory': request.getInfo()?.getRootDirectory() ?? folder,
    pwd: request.getPwd(),
    parallel: String(request.getParallel()),
    ...(request.getDryrun() ? { 'dry-run': 'true' } : {}),
  };
  const entries = request.getConfigMap().toArray() as readonly (readonly [string, string])[];
  const env = {
    ...process.env,
    PULUMI_CONFIG: JSON.stringify(Object.fromEntries(entries)),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
  };
  const args = [...Object.entries(flags).map(([flag, value]) => `--${flag}=${value}`), request.getProgram() || '.'];
  return spawnNode('run', args, folder, env);
}

const handlers: Partial<ILanguageRuntimeServer> = {
  handshake: (_: unknown, callback: sendUnaryData<language.LanguageHandshakeResponse>) =>
    callback(null, new language.LanguageHandshakeResponse()),
  getPluginInfo: (_: unknown, callback: sendUnaryData<PluginInfo>) =>
    callback(null, new PluginInfo().setVersion('3.248.0')),
  getRequiredPackages: (_: unknown, callback: sendUnaryData<language.GetRequiredPackagesResponse>) =>
    callback(null, new language.GetRequiredPackagesResponse()),

  run: (
    call: ServerUnaryCall<language.RunRequest, language.RunResponse>,
    callback: sendUnaryData<language.RunResponse>,
  ) => {
    const child = run(call.request);
    // The engine logs what a language host prints.
    child.stdout?.on('data', (text) => process.stdout.write(text));
    child.stderr?.on('data', (text) => process.stderr.write(text));
    child.on('exit', (code) => {
      const response = new language.RunResponse();
      if (code === ALREADY_REPORTED) response.setBail(true);
      else if (code !== 0) response.setError(`the program exited with code ${code}`);
      callback(null, response);
    });
  },

  runPlugin: (call: ServerWritableStream<language.RunPluginRequest, language.RunPluginResponse>) => {
    const request = call.request;
    const folder = request.getInfo()?.getProgramDirectory() || request.getPwd();
    const entry = request.getKind() === 'analyzer' ? 'run-policy-pack' : 'run-plugin';
    const env = Object.fromEntries(request.getEnvList().map((line) => line.split(/=(.*)/s).slice(0, 2)));
    const child = spawnNode(entry, [...request.getArgsList(), request.getProgram() || '.'], folder, {
      ...process.env,
      ...env,
    });
    child.stdout?.on('data', (text) => call.write(new language.RunPluginResponse().setStdout(text)));
    child.stderr?.on('data', (text) => call.write(new language.RunPluginResponse().setStderr(text)));
    child.on('exit', (code) => {
      call.write(new language.RunPluginResponse().setExitcode(code ?? 1));
      call.end();
    });
    call.on('cancelled', () => child.kill());
  },
};

servePlugin(LanguageRuntimeService, handlers as ILanguageRuntimeServer);

import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { serveLanguage } from './language-host';

const TYPESCRIPT = { PULUMI_NODEJS_TYPESCRIPT: 'true', PULUMI_NODEJS_TRANSPILE_ONLY: 'true' };

function spawnNode(entry: string, args: readonly string[], folder: string, env: NodeJS.ProcessEnv): ChildProcess {
  const script = createRequire(join(folder, 'package.json')).resolve(`@pulumi/pulumi/cmd/${entry}`);
  return spawn(process.execPath, [script, ...args], {
    cwd: folder,
    env: { ...env, ...TYPESCRIPT },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

serveLanguage({
  name: 'nodejs',
  run: ({ folder, entryPoint, settings, env }) => {
    const flags = Object.entries(settings).map(([name, value]) => `--${name.replace('_', '-')}=${value}`);
    return spawnNode('run', [...flags, `--pwd=${folder}`, entryPoint], folder, env);
  },
  runPlugin: ({ folder, entryPoint, isPolicyPack, args, env }) =>
    isPolicyPack
      ? spawnNode('run-policy-pack', [...args, entryPoint], folder, env)
      : spawnNode('run-plugin', [entryPoint, ...args], folder, env),
});

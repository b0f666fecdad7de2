import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { provideEngine } from './engine';

const ROOT = join(__dirname, '..', '..', '..');
const PLUGINS = join(__dirname, '..', 'plugins');

/** The names under which the engine looks for its plugins on PATH. */
const PROGRAMS = { 'pulumi-resource-kubernetes': 'recording-provider', 'pulumi-language-nodejs': 'language-host' };

/** Finds or builds the engine once for all tests, and puts its plugins where it finds them. */
export default function setUp(): void {
  const engine = provideEngine((line) => process.stderr.write(`${line}\n`));
  if ('missing' in engine) {
    process.env.REGCRED_ENGINE_MISSING = engine.missing;
    return;
  }
  const programs = mkdtempSync(join(tmpdir(), 'regcred-pulumi-plugins-'));
  installPlugins(programs);
  process.env.REGCRED_ENGINE_HOME = engine.home;
  process.env.REGCRED_ENGINE_PLUGINS = programs;
  process.stderr.write(`Pulumi engine ${engine.version}\n`);
}

/** Transpiled once, so that no start of a plugin pays for TypeScript. */
function installPlugins(folder: string): void {
  const modules = join(folder, 'modules');
  mkdirSync(modules);
  for (const file of readdirSync(PLUGINS)) {
    const compilerOptions = { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, esModuleInterop: true };
    const { outputText } = transpileModule(readFileSync(join(PLUGINS, file), 'utf8'), { compilerOptions });
    writeFileSync(join(modules, file.replace(/\.ts$/, '.js')), outputText);
  }
  for (const [program, module] of Object.entries(PROGRAMS)) {
    const script = join(folder, program);
    const node = `NODE_PATH='${join(ROOT, 'node_modules')}' exec '${process.execPath}'`;
    writeFileSync(script, `#!/bin/sh\n${node} '${join(modules, `${module}.js`)}' "$@"\n`);
    chmodSync(script, 0o755);
  }
}

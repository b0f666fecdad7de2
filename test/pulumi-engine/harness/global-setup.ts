import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { provideEngine } from './engine';
import { declareMissing } from './missing';
import { provideToolchains } from './toolchains';

const ROOT = join(__dirname, '..', '..', '..');
const PLUGINS = join(__dirname, '..', 'plugins');
const COMPONENT = join(ROOT, 'pulumi-plugin');

/** The names under which the engine looks for its plugins on PATH. */
const PROGRAMS = {
  'pulumi-resource-kubernetes': 'recording-provider',
  'pulumi-language-nodejs': 'nodejs-host',
  'pulumi-language-python': 'python-host',
  'pulumi-language-go': 'go-host',
};

/** Finds or builds the engine once for all tests, and puts its plugins where it finds them. */
export default function setUp(): void {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const engine = provideEngine(say);
  if ('missing' in engine) {
    declareMissing('engine', engine.missing);
    return;
  }
  const programs = mkdtempSync(join(tmpdir(), 'regcred-pulumi-plugins-'));
  installPlugins(programs);
  installPackage(join(programs, 'node_modules', 'regcred'));
  installComponentPlugin(programs);
  process.env.REGCRED_ENGINE_HOME = engine.home;
  process.env.REGCRED_ENGINE_PLUGINS = programs;
  provideToolchains(engine.home, say);
  say(`Pulumi engine ${engine.version}`);
}

/** Transpiled once, so that no start of a program or a plugin pays for TypeScript. */
function transpile(sources: string, target: string): void {
  const compilerOptions = { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, esModuleInterop: true };
  for (const file of readdirSync(sources, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    const { outputText } = transpileModule(readFileSync(join(sources, file), 'utf8'), { compilerOptions });
    const output = join(target, file.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(output), { recursive: true });
    writeFileSync(output, outputText);
  }
}

/** The package as npm would install it, for programs and policy packs. */
function installPackage(folder: string): void {
  transpile(join(ROOT, 'src'), join(folder, 'lib'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const { name, version, exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version, exports }));
}

/** The component for other languages, as the vendor's language host would start it from its folder. */
function installComponentPlugin(programs: string): void {
  const folder = join(programs, 'pulumi-plugin');
  cpSync(COMPONENT, folder, { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  transpile(COMPONENT, folder);
  installProgram(programs, 'pulumi-resource-regcred', join(folder, 'index.js'));
}

function installPlugins(folder: string): void {
  const modules = join(folder, 'modules');
  transpile(PLUGINS, modules);
  for (const [program, module] of Object.entries(PROGRAMS)) {
    installProgram(folder, program, join(modules, `${module}.js`));
  }
}

function installProgram(folder: string, name: string, main: string): void {
  const script = join(folder, name);
  const node = `NODE_PATH='${join(folder, 'node_modules')}:${join(ROOT, 'node_modules')}' exec '${process.execPath}'`;
  writeFileSync(script, `#!/bin/sh\n${node} '${main}' "$@"\n`);
  chmodSync(script, 0o755);
}

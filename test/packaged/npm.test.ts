import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT, VERSION } from './package';

/** The peers, and what compiles programs: everything else must be in the package. */
const INSTALLED = ['cdk8s', 'constructs', '@pulumi/pulumi', '@pulumi/kubernetes', '@pulumi/policy', '@types/node'];

const consumer = mkdtempSync(join(tmpdir(), 'consumer-'));
const installed = join(consumer, 'node_modules', 'regcred');

function run(program: string, ...args: readonly string[]): string {
  return execFileSync(program, args, { cwd: consumer, encoding: 'utf8' });
}

function write(file: string, content: string): void {
  writeFileSync(join(consumer, file), content);
}

beforeAll(() => {
  write('package.json', '{ "name": "consumer", "private": true }');
  run(
    'npm',
    'install',
    '--offline',
    '--legacy-peer-deps',
    '--ignore-scripts',
    '--no-audit',
    join(ROOT, 'dist', 'js', `regcred@${VERSION}.jsii.tgz`),
  );
  for (const name of INSTALLED) {
    mkdirSync(dirname(join(consumer, 'node_modules', name)), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), join(consumer, 'node_modules', name));
  }
});

test('the package has the code, what describes it, and no more', () => {
  expect(readdirSync(installed).sort()).toEqual([
    '.jsii',
    'API.md',
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'LICENSE',
    'README.md',
    'SECURITY.md',
    'bin',
    'lib',
    'node_modules',
    'package.json',
  ]);
  const files = readdirSync(join(installed, 'lib'), { recursive: true, encoding: 'utf8' });
  expect(files.filter((file) => file.includes('.') && !/\.(d\.ts|js)$/.test(file))).toEqual([]);
});

test('the optional peers are declared, though jsii knows nothing of them', () => {
  const { peerDependencies, peerDependenciesMeta, publishPeerDependencies } = JSON.parse(
    readFileSync(join(installed, 'package.json'), 'utf8'),
  );
  expect(peerDependencies).toEqual({
    cdk8s: expect.any(String),
    constructs: expect.any(String),
    ...publishPeerDependencies,
  });
  expect(Object.keys(peerDependenciesMeta)).toEqual(Object.keys(publishPeerDependencies));
});

const PROGRAM = `
  new App();
  console.log(typeof PrivateRegistryAccess, typeof pulumi.PrivateRegistryAccess, pullCheckPolicies().length > 0);
`;

test.each([
  [
    'program.cjs',
    `const { App } = require('cdk8s');
    const { PrivateRegistryAccess } = require('regcred');
    const pulumi = require('regcred/pulumi');
    const { pullCheckPolicies } = require('regcred/pulumi-policy');`,
  ],
  [
    'program.mjs',
    `import { App } from 'cdk8s';
    import { PrivateRegistryAccess } from 'regcred';
    import * as pulumi from 'regcred/pulumi';
    import { pullCheckPolicies } from 'regcred/pulumi-policy';`,
  ],
])('%s finds each entry', (file, imports) => {
  write(file, `${imports}${PROGRAM}`);
  expect(run(process.execPath, file)).toBe('function function true\n');
});

test.each([
  ['node16', 'node16'],
  ['esnext', 'bundler'],
  ['commonjs', 'node10'], // what reads typesVersions, for it knows no exports
])('TypeScript finds the types of each entry: module %s, resolution %s', (module, moduleResolution) => {
  const compilerOptions = {
    module,
    moduleResolution,
    target: 'es2022',
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: ['node'],
    ignoreDeprecations: '6.0',
  };
  write('tsconfig.json', JSON.stringify({ compilerOptions, files: ['program.ts'] }));
  write(
    'program.ts',
    `import { Credentials, PullSecret, Registry } from 'regcred';
    import { InputCredentials } from 'regcred/pulumi';
    import { pullCheckPolicies } from 'regcred/pulumi-policy';
    const login = Registry.ghcr().login(Credentials.fromEnvironment({ prefix: 'GHCR' }));
    export const secret: PullSecret = PullSecret.fromLogins({ logins: [login] });
    export const names: string[] = pullCheckPolicies().map(({ name }) => name);
    // @ts-expect-error a password is wanted
    InputCredentials.of({ username: 'bot' });`,
  );
  expect(run(join(ROOT, 'node_modules', '.bin', 'tsc'), '-p', 'tsconfig.json')).toBe('');
});

test('the command runs from where npm puts it', () => {
  const command = join(consumer, 'node_modules', '.bin', 'regcred');
  expect(run(command, '--version')).toBe(`${VERSION}\n`);
  write(
    'pod.yaml',
    '{ apiVersion: v1, kind: Pod, metadata: { name: web }, spec: { containers: [{ image: nginx:1.27 }] } }',
  );
  expect(run(command, 'check', 'pod.yaml')).toContain('1 image');
});

// Runs regcred/pulumi with the lowest Pulumi that the package promises to work with, and with the highest that was known when
// test/pulumi-versions/ was last written: the tests with mocks, and the examples against our declarations and theirs.
// To take a newer one in: `npm install NAME@VERSION --package-lock-only --omit-lockfile-registry-resolved` in its folder.
const { execFileSync } = require('node:child_process');
const { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const ROOT = join(__dirname, '..');
const VERSIONS = join(ROOT, 'test', 'pulumi-versions');

const run = (program, args, cwd = ROOT) => execFileSync(program, args, { cwd, stdio: 'inherit' });
const tool = (name, ...args) => run(join(ROOT, 'node_modules', '.bin', name), args);

function written(file, content) {
  writeFileSync(file, JSON.stringify(content));
  return file;
}

/** The project's own jest, with the @pulumi packages of another folder. */
function jestConfig(which, packages) {
  const config = JSON.parse(readFileSync(join(ROOT, 'jest.config.json'), 'utf8'));
  return {
    ...config,
    rootDir: ROOT,
    moduleNameMapper: { ...config.moduleNameMapper, '^(@pulumi/.*)$': join(packages, '$1') },
    reporters: ['default', ['jest-junit', { outputDirectory: 'test-reports', outputName: `pulumi-${which}.xml` }]],
  };
}

/** What compiles the examples as somebody does who has installed both: from declarations alone. */
function compilerConfig(declarations, packages) {
  const paths = {
    '@pulumi/*': [join(packages, '@pulumi', '*')],
    'regcred/pulumi': [join(declarations, 'pulumi', 'index.d.ts')],
    'regcred/pulumi-policy': [join(declarations, 'pulumi', 'policy', 'index.d.ts')],
  };
  return {
    extends: join(ROOT, 'tsconfig.json'),
    compilerOptions: {
      noEmit: true,
      rootDir: '/',
      types: ['node'],
      typeRoots: [join(ROOT, 'node_modules', '@types')],
      paths,
    },
    include: [join(ROOT, 'examples', 'pulumi')],
  };
}

const folder = mkdtempSync(join(tmpdir(), 'regcred-pulumi-'));
try {
  const declarations = join(folder, 'declarations');
  tool('tsc', '-p', 'tsconfig.json', '--declaration', '--emitDeclarationOnly', '--outDir', declarations);
  for (const which of readdirSync(VERSIONS)) {
    const installed = join(folder, which);
    cpSync(join(VERSIONS, which), installed, { recursive: true });
    run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], installed);
    const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    const names = Object.entries(dependencies).map((each) => each.join(' '));
    console.log(`\n== ${which}: ${names.join(', ')}`);
    const packages = join(installed, 'node_modules');
    tool('tsc', '-p', written(join(installed, 'tsconfig.json'), compilerConfig(declarations, packages)));
    const config = written(join(installed, 'jest.config.json'), jestConfig(which, packages));
    tool('jest', '--ci', '--config', config, 'test/pulumi/', ...process.argv.slice(2));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

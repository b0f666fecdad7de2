// Runs the tests of regcred/pulumi, those with mocks, against the lowest Pulumi that the package promises to work with, and the newest.
// npm fetches them into a folder of their own; the engine is another matter, of test/pulumi-engine.
const { execFileSync } = require('node:child_process');
const { mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const ROOT = join(__dirname, '..');
const peers = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).publishPeerDependencies;
const lowest = (name) => `${name}@${peers[name].replace('^', '')}`;
const highest = (name) => `${name}@latest`; // it may ask for a newer Node.js, which npm warns of
const NAMES = ['@pulumi/pulumi', '@pulumi/kubernetes', '@pulumi/policy'];

let failed = false;
for (const [what, wanted] of [
  ['lowest', lowest],
  ['highest', highest],
]) {
  const folder = mkdtempSync(join(tmpdir(), 'regcred-pulumi-versions-'));
  try {
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    const install = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--legacy-peer-deps', '--loglevel=error'];
    execFileSync('npm', [...install, ...NAMES.map(wanted)], { cwd: folder, stdio: 'inherit' });
    const versions = NAMES.map((name) => {
      const { version } = JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'));
      return `${name} ${version}`;
    });
    console.log(`\n== ${what}: ${versions.join(', ')}`);
    const config = JSON.parse(readFileSync(join(ROOT, 'jest.config.json'), 'utf8'));
    const file = join(folder, 'jest.config.json');
    const moduleNameMapper = { ...config.moduleNameMapper, '^(@pulumi/.*)$': join(folder, 'node_modules', '$1') };
    writeFileSync(file, JSON.stringify({ ...config, rootDir: ROOT, reporters: ['default'], moduleNameMapper }));
    const tests = process.argv.slice(2);
    const jest = join(ROOT, 'node_modules', '.bin', 'jest');
    execFileSync(jest, ['--ci', '--config', file, ...(tests.length > 0 ? tests : ['test/pulumi/'])], { cwd: ROOT, stdio: 'inherit' });
  } catch (error) {
    console.error(`${what}: ${error.message}`);
    failed = true;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
process.exitCode = failed ? 1 : 0;

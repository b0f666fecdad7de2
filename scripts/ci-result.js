// Adds up the JUnit files that the test runs left in test-reports/, for the last line of `.ci/run`.
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const folder = join(__dirname, '..', 'test-reports');
let passed = 0;
let failed = 0;
let skipped = 0;
for (const file of readdirSync(folder).filter((name) => name.endsWith('.xml'))) {
  const suites = /<testsuites[^>]*>/.exec(readFileSync(join(folder, file), 'utf8'))?.[0] ?? '';
  const count = (name) => Number(new RegExp(` ${name}="(\\d+)"`).exec(suites)?.[1] ?? 0);
  const pending = [...readFileSync(join(folder, file), 'utf8').matchAll(/<skipped\/?>/g)].length;
  const bad = count('failures') + count('errors');
  passed += count('tests') - bad - pending;
  failed += bad;
  skipped += pending;
}
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = passed > 0 && failed === 0 ? 0 : 1;

// Writes docs/evidence.md from the result of the last run of the end-to-end tests, test-reports/e2e.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report, TestResult } from '../test/e2e/harness/report';
import { lastLine } from '../test/e2e/harness/report';

const ROOT = join(__dirname, '..');
const report = JSON.parse(readFileSync(join(ROOT, 'test-reports', 'e2e.json'), 'utf8')) as Report;

const row = (...cells: (string | number)[]) => `| ${cells.join(' | ')} |`;
const table = (head: string[], rows: (string | number)[][]) =>
  [row(...head), row(...head.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n');

/** The tests of each describe block, by file. */
function groups(tests: readonly TestResult[]): Map<string, TestResult[]> {
  const found = new Map<string, TestResult[]>();
  for (const test of [...tests].sort((a, b) => a.file.localeCompare(b.file))) {
    const key = `${test.group} ([source](../${test.file}))`;
    found.set(key, [...(found.get(key) ?? []), test]);
  }
  return found;
}

const count = (tests: readonly TestResult[], status: TestResult['status']) =>
  tests.filter((test) => test.status === status).length;

const text = `# What was proven on real programs

Written by \`npm run e2e:evidence\` from the result of \`npm run test:e2e\`; not by hand. What each line means is in its source, and how the
servers are made in [test/e2e](../test/e2e/README.md).

${report.date.slice(0, 10)}, ${report.machine}: **${lastLine(report)}**.

## Programs

${table(['program', 'version'], Object.entries(report.versions))}

## What was shown

${table(
  ['what', 'passed', 'failed', 'skipped'],
  [...groups(report.tests)].map(([what, tests]) => [
    what,
    count(tests, 'passed'),
    count(tests, 'failed'),
    count(tests, 'skipped'),
  ]),
)}

## How much was compared

${table(['cases', 'number'], Object.entries(report.facts))}

## How long it took

${table(
  ['step', 'seconds'],
  Object.entries(report.seconds).map(([step, seconds]) => [step, seconds.toFixed(1)]),
)}
`;
writeFileSync(join(ROOT, 'docs', 'evidence.md'), text);

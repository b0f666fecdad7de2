import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './fences';

const coverage = readFileSync(join(ROOT, 'docs', 'coverage.md'), 'utf8');
const rows = coverage.split('\n').filter((line) => line.startsWith('| ') && !/^\| (source|-)/.test(line));
const shown = rows.map((row) =>
  [...(row.split(' | ').at(-1) ?? '').matchAll(/`([^`]+)`/g)].map(([, path = '']) => path),
);

test('docs/coverage.md has a row for each thing that the sources teach', () => {
  expect(rows.length).toBeGreaterThan(50);
});

test.each(rows.map((row, i) => [row.slice(0, 60), shown[i] ?? []] as const))(
  '%s… is shown by what is there',
  (_row, paths) => {
    expect(paths).not.toEqual([]);
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  },
);

/** What the third column names: classes and their members, options, findings. */
const built = rows.flatMap((row) =>
  [...(row.split(' | ').at(-2) ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
);
const reference = ['API.md', 'docs/findings.md'].map((file) => readFileSync(join(ROOT, file), 'utf8')).join('\n');

test.each([...new Set(built)])('%s is in the reference', (name) => {
  const [member = ''] = /[\w-]+(?=(?:\(.*\)|: \w+)?$)/.exec(name) ?? [];
  expect(member).not.toBe('');
  expect(reference).toMatch(new RegExp(`\\b${member}\\b`));
});

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const SRC = join(__dirname, '..', 'src');

/** What each room may import; an arrow that is not here is a wrong one. */
const ARROWS: Record<string, string[]> = {
  error: [],
  kubernetes: ['error'],
  image: ['error'],
  registry: ['error', 'image'],
  credential: ['error', 'kubernetes', 'image', 'registry'],
  keyring: ['error', 'kubernetes', 'image', 'registry', 'credential'],
  identity: ['error', 'kubernetes', 'image', 'registry'],
  manifest: ['error', 'kubernetes', 'image'],
  plan: ['error', 'kubernetes', 'image', 'registry', 'identity', 'credential', 'keyring'],
  'fan-out': ['error', 'kubernetes', 'plan'],
  policy: ['error', 'kubernetes', 'image', 'registry', 'plan'],
  machine: ['error', 'credential', 'config'],
  check: ['error', 'kubernetes', 'image', 'registry', 'identity', 'credential', 'keyring', 'manifest'],
  report: ['error', 'check'],
  config: ['error', 'kubernetes', 'credential', 'registry', 'manifest', 'plan', 'check'],
  inject: ['error', 'kubernetes', 'manifest', 'plan'],
  pure: ['error', 'image', 'registry', 'identity', 'credential', 'keyring', 'plan'],
};

/** Packages that only the shells at the right may load. */
const SHELLS = ['machine', 'cdk8s', 'pulumi', 'cli'];
/** The rooms at the right may import every other one. */
const OTHERS = Object.keys(ARROWS);
for (const shell of ['cdk8s', 'pulumi', 'cli']) ARROWS[shell] = OTHERS;
const IMPURE = /^(constructs|cdk8s|cdk8s-plus-.*|@pulumi\/.*|(node:)?(fs|child_process|net|http|https|os)(\/.*)?)$/;
const COMMENT = /\/\*[\s\S]*?\*\/|(^|\s)\/\/.*/g;
const IMPURE_TEXT = /\bprocess\.env\b|\bDate\.now\(|\bnew Date\(\)/;

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const roomOf = (file: string) => file.split('/')[0] ?? '';
const importsOf = (file: string) =>
  [...readFileSync(join(SRC, file), 'utf8').matchAll(/(?:from|import|require\()\s*'([^']+)'/g)].map((m) => m[1] ?? '');

describe('a room imports only rooms to its left', () => {
  test.each(files.filter((file) => file.includes('/')))('%s', (file) => {
    const room = roomOf(file);
    expect(Object.keys(ARROWS)).toContain(room);
    const rooms = importsOf(file)
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => roomOf(relative(SRC, join(SRC, dirname(file), specifier))));
    const wrong = rooms.filter((target) => target !== room && !ARROWS[room]?.includes(target));
    expect(wrong).toEqual([]);
  });
});

describe('a room is entered by its index: what stands behind it can be moved', () => {
  test.each(files.filter((file) => file.includes('/')))('%s', (file) => {
    const entered = importsOf(file)
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => relative(SRC, join(SRC, dirname(file), specifier)))
      .filter((target) => roomOf(target) !== roomOf(file));
    expect(entered.filter((target) => target.includes('/'))).toEqual([]);
  });
});

describe('a pure room takes clock, environment and files as arguments', () => {
  test.each(files.filter((file) => file.includes('/') && !SHELLS.includes(roomOf(file))))('%s', (file) => {
    expect(importsOf(file).filter((specifier) => IMPURE.test(specifier))).toEqual([]);
    expect(readFileSync(join(SRC, file), 'utf8').replace(COMMENT, '')).not.toMatch(IMPURE_TEXT);
  });
});

test('no file has more than 300 lines, and half of them have fewer than 120', () => {
  const lengths = files.map((file) => readFileSync(join(SRC, file), 'utf8').split('\n').length).sort((a, b) => a - b);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(300);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(120);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import { type JsonPath, readManifests } from '../../src/manifest';
import { BlockDocument } from '../../src/manifest/block-document';

const ROOT = join(__dirname, '..', '..');
const FILES = ['test/fixtures/charts', 'examples/broken'].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name)),
);

/** Every path of a document, with the offset that `yaml` gives it. */
function* offsetsIn(node: unknown, path: JsonPath = []): Generator<readonly [JsonPath, number]> {
  if (isNode(node) && node.range && path.length > 0) yield [path, node.range[0]];
  if (isSeq(node)) for (const [index, item] of node.items.entries()) yield* offsetsIn(item, [...path, index]);
  if (!isMap(node)) return;
  for (const { key, value } of node.items) yield* offsetsIn(value, [...path, String(isScalar(key) ? key.value : key)]);
}

test('it agrees with yaml wherever it answers, which is mostly', () => {
  const answers = { right: 0, none: 0 };
  for (const file of FILES) {
    const text = readFileSync(join(ROOT, file), 'utf8');
    for (const { start, end } of readManifests(text, { file }).documents) {
      const blocks = new BlockDocument(text, start, end);
      for (const [path, offset] of offsetsIn(parseDocument(text.slice(start, end)).contents)) {
        const answer = blocks.offsetOf(path);
        answers[answer === undefined ? 'none' : 'right'] += 1;
        if (answer !== undefined) expect([file, path, answer]).toEqual([file, path, start + offset]);
      }
    }
  }
  expect(answers.right).toBeGreaterThan(4 * answers.none);
});

const offsetOf = (text: string, ...path: JsonPath) => new BlockDocument(text, 0, text.length).offsetOf(path);

test.each<[string, JsonPath, string]>([
  ['a: 1', ['a'], '1'],
  ['a:\n  b: x', ['a', 'b'], 'x'],
  ['a:\n- x\n- y', ['a', 1], 'y'],
  ['a:\n  - b: x\n    c: y', ['a', 0, 'c'], 'y'],
  ['a:\n  -   b: x\n      c: y', ['a', 0, 'c'], 'y'],
  ['a:\n  -\n    b: x', ['a', 0, 'b'], 'x'],
  ['- - x\n  - y', [0, 1], 'y'],
  ['# z\n\na:\n  # z\n\n  b: x # z', ['a', 'b'], 'x # z'],
  ['--- # z\na: x', ['a'], 'x'],
  ['%YAML 1.2\n---\na: x', ['a'], 'x'],
  ['a: |\n  b: no\nb: x', ['b'], 'x'],
  ['a:\r\n  b: x\r\n', ['a', 'b'], 'x'],
  ['a:\n- b\nc: x', ['c'], 'x'],
  ['# z\na: x', [], 'a: x'],
])('%j at %j is %j', (text, path, value) => {
  expect(text.slice(offsetOf(text, ...path)).trimEnd()).toBe(value);
});

test.each<[string, JsonPath]>([
  ['a: {b: x}', ['a', 'b']],
  ['a: &m x', ['a']],
  ['a: "x"', ['a']],
  ['"a": 0\nb: x', ['b']],
  ['<<: *m\nb: x', ['b']],
  ['? a\n: x\nb: x', ['b']],
  ['a: |\n  x', ['a']],
  ['a: x', ['b']],
  ['a:\n', ['a']],
  ['a: # z\n  b: x', ['a', 'b']],
  ['a:\n\tb: x', ['a', 'b']],
  ['--- {a: x}', ['a']],
  ['a: x\n---\nb: y', ['b']],
  ['a:\n  - x', ['a', 'b']],
  ['a:\n  b: x', ['a', 0]],
])('%j at %j takes a real reader', (text, path) => {
  expect(offsetOf(text, ...path)).toBeUndefined();
});

import { parseAnnotations, parseLabels } from '../../src/kubernetes';

const NOTHING = undefined as unknown as string;

test.each<Record<string, string>>([
  {},
  { team: 'shop', 'acme.com/tier': 'Web_1.2', empty: '' },
  { ['k'.repeat(63)]: 'v'.repeat(63) },
  // what stands for a value that Pulumi knows later
  { 'regcred-input-12-x': 'regcred-input-12-x' },
])('labels: %j', (labels) => {
  expect(parseLabels(labels)).toBe(labels);
});

test.each([
  [{ 'a b': 'x' }, "a label key is a name of at most 63 letters, digits, '-', '_' and '.', with a DNS prefix before"],
  [{ 'Acme.com/team': 'x' }, "got 'Acme.com/team', write for example 'acme.com/team'"],
  [{ 'a/b/c': 'x' }, "got 'a/b/c'"],
  [{ '': 'x' }, "got ''"],
  [{ team: 'x y' }, "value of label 'team' is at most 63 letters, digits, '-', '_' and '.': got 'x y'"],
  [{ team: '-x' }, "got '-x'"],
  [{ team: 'x\n' }, 'longer texts go into annotations'],
  [{ team: 'v'.repeat(64) }, 'longer texts go into annotations'],
  [{ team: NOTHING }, "value of label 'team' must be a string: got undefined, write it in quotes"],
])('no labels: %j', (labels, message) => {
  expect(() => parseLabels(labels as Record<string, string>)).toThrow(
    expect.objectContaining({ code: 'label', message: expect.stringContaining(message) }),
  );
});

// the API server compares the keys in lower case
test.each<Record<string, string>>([{}, { note: 'any text, of\nany length' }, { 'Acme.com/Owner': 'Team Shop' }])(
  'annotations: %j',
  (all) => {
    expect(parseAnnotations(all)).toBe(all);
  },
);

test.each([
  [{ 'a b': 'x' }, "an annotation key is a name of at most 63 letters, digits, '-', '_' and '.'"],
  [{ 'acme_corp/a': 'x' }, "got 'acme_corp/a'"],
  [{ note: NOTHING }, "value of annotation 'note' must be a string: got undefined, write it in quotes"],
])('no annotations: %j', (annotations, message) => {
  expect(() => parseAnnotations(annotations as Record<string, string>)).toThrow(
    expect.objectContaining({ code: 'annotation', message: expect.stringContaining(message) }),
  );
});

test.each(['team=shop', ['team'], null])('no map: %j', (labels) => {
  expect(() => parseLabels(labels as unknown as Record<string, string>)).toThrow(
    'labels must be keys with values: got',
  );
});

test('none', () => {
  expect(parseLabels(undefined)).toBeUndefined();
  expect(parseAnnotations(undefined)).toBeUndefined();
});

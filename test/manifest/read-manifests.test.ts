import { readManifests } from '../../src/manifest';
import { MAX_DOCUMENT_LENGTH, MAX_TEXT_LENGTH } from '../../src/manifest/read-manifests';

const read = (text: string) => readManifests(text, { file: 'all.yaml' });
const names = (text: string) =>
  read(text).documents.map(({ object }) => `${object.kind}/${(object.metadata as { name?: string })?.name}`);
const namespace = (name: string) => `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}\n`;

test('the objects of a stream, each with its place', () => {
  const text = `# two\n---\n${namespace('a')}---\n# nothing\n---\n${namespace('b')}`;
  expect(read(text)).toEqual({
    documents: [
      {
        object: { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a' } },
        file: 'all.yaml',
        index: 0,
        path: [],
        start: 6,
        end: 61,
      },
      {
        object: { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'b' } },
        file: 'all.yaml',
        index: 2,
        path: [],
        start: 75,
        end: 130,
      },
    ],
    problems: [],
    ignored: 0,
  });
});

test.each<[string, string, string[]]>([
  ['JSON', '{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"a"}}', ['Namespace/a']],
  [
    'JSON with a byte order mark and tabs',
    '\uFEFF{\n\t"apiVersion":"v1",\n\t"kind":"Namespace"}',
    ['Namespace/undefined'],
  ],
  ['flow style that is no JSON', '{apiVersion: v1, kind: Namespace, metadata: {name: a}}', ['Namespace/a']],
  ['CRLF', `${namespace('a')}---\n${namespace('b')}`.replace(/\n/g, '\r\n'), ['Namespace/a', 'Namespace/b']],
  ['a directive', `%YAML 1.1\n---\n${namespace('a')}`, ['Namespace/a']],
  [
    'anchors and merge keys',
    `apiVersion: v1\nkind: Namespace\nx: &m\n  name: a\nmetadata:\n  <<: *m\n`,
    ['Namespace/a'],
  ],
  [
    'a date is text, as in JSON',
    `apiVersion: v1\nkind: Namespace\nmetadata: {name: 2026-01-01}`,
    ['Namespace/2026-01-01'],
  ],
  [
    'a list',
    'apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Pod, metadata: {name: a}}\n- {apiVersion: v1, kind: Secret, metadata: {name: b}}\n',
    ['Pod/a', 'Secret/b'],
  ],
  [
    'a list of one kind, whose items need not say it',
    'apiVersion: apps/v1\nkind: DeploymentList\nitems:\n- {metadata: {name: a}}\n',
    ['Deployment/a'],
  ],
  [
    'a list in a list',
    '{"apiVersion":"v1","kind":"List","items":[{"apiVersion":"v1","kind":"List","items":[{"apiVersion":"v1","kind":"Pod"}]}]}',
    ['Pod/undefined'],
  ],
  ['a kind that only ends in List', 'apiVersion: acme.io/v1\nkind: AllowList\nmetadata: {name: a}\n', ['AllowList/a']],
])('%s', (_name, text, expected) => {
  expect(names(text)).toEqual(expected);
  expect(read(text).problems).toEqual([]);
});

test('an item of a list has its path and its type', () => {
  const [document] = read('apiVersion: apps/v1\nkind: DeploymentList\nitems:\n- {metadata: {name: a}}\n').documents;
  expect(document?.path).toEqual(['items', 0]);
  expect(document?.object.apiVersion).toBe('apps/v1');
});

test('YAML that is no Kubernetes object is counted, not blamed', () => {
  expect(read('replicas: 2\n---\n- a\n---\ntext\n---\napiVersion: v2\nname: chart\n')).toMatchObject({
    documents: [],
    problems: [],
    ignored: 4,
  });
});

test.each(['*hunter2', '!hunter2', '!hunter2!x y', '!<hunter2> x', '!!hunter2 x', '!!int hunter2', '!!map hunter2'])(
  'what is wrong with %j is said without it, since it may be a password',
  (value) => {
    const [problem] = read(`a: ${value}\n`).problems;
    expect(problem?.message).toContain(`put quotes around a value that begins with '${value.charAt(0)}'`);
    expect(problem?.message).not.toContain('hunter2');
  },
);

test.each<[string, string, number, number, string]>([
  ['bad indentation', 'a: 1\n b: 2\n', 2, 3, 'bad indentation of a mapping entry'],
  ['a tab', 'a:\n\tb: 1\n', 2, 1, 'tab characters must not be used in indentation'],
  ['a key twice', 'a: 1\na: 2\n', 2, 1, 'duplicated mapping key'],
  [
    'an alias of nothing',
    'a: *hunter2\n',
    1,
    12,
    "an alias that no anchor defines: put quotes around a value that begins with '*'",
  ],
  ['a quote that does not end', 'a: "b\n', 2, 1, 'unexpected end of the stream within a double quoted scalar'],
  ['nesting', `a: ${'['.repeat(200)}\n`, 1, 103, 'nested deeper than 100 levels'],
  [
    'a template',
    'a: {{ .Values.host }}/app\n',
    1,
    22,
    "bad indentation of a mapping entry; this looks like a template: render it first, as in 'helm template . | regcred check -'",
  ],
])(
  '%s: file, line, column and what is wrong, and the other documents are read',
  (_name, bad, line, column, message) => {
    const result = read(`${namespace('a')}---\n${bad}---\n${namespace('b')}`);
    expect(result.documents).toHaveLength(2);
    const [problem] = result.problems;
    expect({ ...problem, message: undefined }).toEqual({
      code: 'manifest-yaml',
      file: 'all.yaml',
      line: line + 5,
      column,
      message: undefined,
    });
    expect(problem?.message).toBe(message);
  },
);

test('a directive wants its document', () => {
  expect(read('%YAML 1.2\na: 1\n').problems).toMatchObject([{ line: 2, message: 'directives end mark is expected' }]);
});

test('a bomb of aliases is refused', () => {
  const levels = Array.from({ length: 9 }, (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(', ')}]`);
  expect(read(`l0: &l0 [x]\n${levels.join('\n')}\n---\n${namespace('a')}`)).toMatchObject({
    documents: [{ object: { kind: 'Namespace' } }],
    problems: [
      { code: 'manifest-alias-bomb', line: 1, message: expect.stringContaining('write the values out instead') },
    ],
  });
});

test('an alias that holds itself is refused', () => {
  expect(read('a: &a [*a]\n').problems).toMatchObject([{ code: 'manifest-alias-bomb' }]);
});

test('merge keys that multiply are refused', () => {
  const big = Array.from({ length: 2000 }, (_, i) => `k${i}: 1`).join(', ');
  const many = Array.from({ length: 200 }, (_, i) => `m${i}: {<<: *a}`).join('\n');
  expect(read(`a: &a {${big}}\n${many}\n`).problems).toMatchObject([
    { code: 'manifest-yaml', message: "merge keys ('<<') copy more than 100000 entries" },
  ]);
});

test('what is larger than any manifest is refused before it is parsed', () => {
  expect(read(' '.repeat(MAX_TEXT_LENGTH + 1)).problems).toMatchObject([{ code: 'manifest-too-large', line: 1 }]);
  expect(read(`a: 1\n---\n#${' '.repeat(MAX_DOCUMENT_LENGTH)}\n---\n${namespace('a')}`)).toMatchObject({
    documents: [{ object: { kind: 'Namespace' } }],
    problems: [{ code: 'manifest-too-large', line: 2, message: expect.stringMatching(/split it$/) }],
  });
});

test('a key named __proto__ is a key', () => {
  const [document] = read('apiVersion: v1\nkind: Pod\n__proto__: {polluted: true}\n').documents;
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  expect(Object.keys(document?.object ?? {})).toContain('__proto__');
});

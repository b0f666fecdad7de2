import * as jsYaml from 'js-yaml';
import { parseAllDocuments } from 'yaml';
import { positionAt, splitDocuments } from '../../src/manifest/split-documents';
import fc from '../fast-check';

const split = (text: string) => [...splitDocuments(text)].map(({ start, end }) => text.slice(start, end));

test.each<[string, string, string[]]>([
  ['nothing', '', []],
  ['white space and comments', '\n# Source: chart/x.yaml\n\n', []],
  ['one document without a marker', 'a: 1\n', ['a: 1\n']],
  ['one without a final line break', 'a: 1\n---\nb: 2', ['a: 1\n', '---\nb: 2']],
  ['a comment before the first marker', '# by Helm\n---\na: 1\n', ['---\na: 1\n']],
  ['a comment behind the marker', '--- # one\na: 1\n--- # two\nb: 2\n', ['--- # one\na: 1\n', '--- # two\nb: 2\n']],
  ['a value behind the marker', '--- {a: 1}\n---\t[b]\n', ['--- {a: 1}\n', '---\t[b]\n']],
  ['empty documents between markers', '---\n---\na: 1\n---\n', ['---\n', '---\na: 1\n', '---\n']],
  ['CRLF', 'a: 1\r\n---\r\nb: 2\r\n', ['a: 1\r\n', '---\r\nb: 2\r\n']],
  ['CR alone', 'a: 1\r---\rb: 2', ['a: 1\r', '---\rb: 2']],
  ['a byte order mark', '\uFEFF---\na: 1\n', ['---\na: 1\n']],
  ['byte order marks of joined files', 'a: 1\n\uFEFF---\nb: 2\n', ['a: 1\n\uFEFF', '---\nb: 2\n']],
  ['directives', '%YAML 1.2\n---\na: 1\n', ['%YAML 1.2\n---\na: 1\n']],
  ['directives behind an end mark', 'a: 1\n...\n%YAML 1.2\n---\nb: 2\n', ['a: 1\n', '\n%YAML 1.2\n---\nb: 2\n']],
  ['an end mark with a comment', 'a: 1\n... # done\n---\nb: 2\n', ['a: 1\n', '---\nb: 2\n']],
  ['a bare document behind an end mark', 'a: 1\n...\nb: 2\n', ['a: 1\n', '\nb: 2\n']],
  ['a block scalar that holds ---', 'a: |\n  ---\n  b\n---\nc: 1\n', ['a: |\n  ---\n  b\n', '---\nc: 1\n']],
  ['a word that begins with ---', '---a: 1\n', ['---a: 1\n']],
  [
    'a ruler',
    `# ${'-'.repeat(40)}\n${'-'.repeat(40)}\n---\na: 1\n`,
    [`# ${'-'.repeat(40)}\n${'-'.repeat(40)}\n`, '---\na: 1\n'],
  ],
  ['three dots that go on', '....\n', ['....\n']],
])('%s', (_name, text, documents) => {
  expect(split(text)).toEqual(documents);
});

const value = fc.object({
  maxDepth: 3,
  values: [fc.string(), fc.constantFrom('---', '...', '%YAML', '# no comment', 'a\n---\nb\n', ' - \n'), fc.integer()],
});
const separator = fc.constantFrom(
  '---\n',
  '--- # next\n',
  '...\n---\n',
  '---\r\n',
  '... # end\n%YAML 1.2\n---\n',
  '---\t\n',
);

test('any documents that are joined come apart again', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(separator, value), { minLength: 1, maxLength: 6 }), (documents) => {
      const text = `---\n${documents.map(([between, each], i) => (i ? between : '') + jsYaml.dump(each)).join('')}`;
      expect(split(text).map((document) => jsYaml.load(document))).toEqual(jsYaml.loadAll(text));
      expect(split(text)).toHaveLength(parseAllDocuments(text).length);
    }),
  );
});

test.each([
  ['-', 1],
  ['---', 1],
  ['--- ', 1],
  ['...', 1],
  ['%\n', 1],
  ['#\n', 0],
  ['...\n#\n', 0],
  ['\uFEFF', 0],
  ['---\n', 100_000],
])('%j, a hundred thousand times', (piece, documents) => {
  expect(split(piece.repeat(100_000))).toHaveLength(documents);
});

test.each([
  ['a\nb\nc', 4, 3, 1],
  ['a\r\nbc', 4, 2, 2],
  ['a\rb', 2, 2, 1],
  ['abc', 2, 1, 3],
  ['abc\n', 4, 2, 1],
])('%j at %d is line %d, column %d', (text, offset, line, column) => {
  expect(positionAt(text, offset)).toEqual({ line, column });
});

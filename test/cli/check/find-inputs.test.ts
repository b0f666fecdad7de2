import { findInputs } from '../../../src/cli/check/find-inputs';
import { temporaryFolder } from '../temporary-folder';

const cwd = temporaryFolder({
  'k8s/b.yaml': '',
  'k8s/a.yml': '',
  'k8s/c.json': '',
  'k8s/notes.md': '',
  'k8s/nested/d.yaml': '',
  'k8s/node_modules/x/y.yaml': '',
  'k8s/.git/z.yaml': '',
  'k8s/[odd].yaml': '',
  'empty/x.txt': '',
});
const filesOf = (...paths: string[]) => findInputs(paths, { cwd }).map(({ file }) => file);

test.each([
  ['a file, whatever its name', ['k8s/notes.md'], ['k8s/notes.md']],
  [
    'a folder: YAML and JSON, nothing hidden, in the order of names',
    ['k8s'],
    ['k8s/[odd].yaml', 'k8s/a.yml', 'k8s/b.yaml', 'k8s/c.json', 'k8s/nested/d.yaml'],
  ],
  ['a folder with a slash', ['k8s/nested/'], ['k8s/nested/d.yaml']],
  ['a pattern', ['k8s/*.y*ml'], ['k8s/[odd].yaml', 'k8s/a.yml', 'k8s/b.yaml']],
  ['a pattern through folders', ['**/d.yaml'], ['k8s/nested/d.yaml']],
  ['a file whose name is a pattern', ['k8s/[odd].yaml'], ['k8s/[odd].yaml']],
  [
    'each once, in the order of the paths',
    ['k8s/c.json', './k8s', '-', '-'],
    ['k8s/c.json', 'k8s/[odd].yaml', 'k8s/a.yml', 'k8s/b.yaml', 'k8s/nested/d.yaml', '-'],
  ],
])('%s', (_, paths, files) => {
  expect(filesOf(...paths)).toEqual(files);
});

test.each([
  ['k8s/no.yaml', "no such file or folder, and no match: 'k8s/no.yaml'"],
  ['k8s/*.toml', "no such file or folder, and no match: 'k8s/*.toml'"],
  ['empty', "no .yaml, .yml or .json file in folder 'empty'"],
  ['a\0b', /cannot read/],
])('%j is an error', (path, message) => {
  expect(() => filesOf(path)).toThrow(message);
});

test('only what was found, not named, may be something else', () => {
  expect(findInputs(['k8s/b.yaml', 'k8s/c*'], { cwd })).toEqual([
    { file: 'k8s/b.yaml', found: false },
    { file: 'k8s/c.json', found: true },
  ]);
});

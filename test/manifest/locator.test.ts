import type { JsonPath } from '../../src/manifest';
import { formatJsonPath, Locator, readManifests } from '../../src/manifest';

const TEXT = `# a chart
---
apiVersion: v1
kind: Pod
metadata: &meta
  name: app
spec:
  containers:
    - name: app
      image: "ghcr.io/acme/app:1"
    - {name: side, image: nginx}
    - name: none
      image:
  shared: *meta
---
apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: Secret
  data:
    .dockerconfigjson: e30K
`;
const { documents } = readManifests(TEXT, { file: 'a.yaml' });

test.each<[number, JsonPath, number, number]>([
  [0, ['spec', 'containers', 0, 'image'], 10, 14],
  [0, ['spec', 'containers', 1, 'image'], 11, 27],
  [0, ['spec', 'containers', 2, 'image'], 13, 7],
  [0, ['spec', 'imagePullSecrets', 0, 'name'], 8, 3],
  [0, ['spec', 'shared', 'name'], 14, 11],
  [0, [], 3, 1],
  [1, ['items', 0, 'data', '.dockerconfigjson'], 22, 24],
])('document %d, %j is at line %d, column %d', (index, path, line, column) => {
  const document = documents[index];
  expect(document && new Locator(TEXT).locate(document, path)).toEqual({ line, column });
});

test('questions may come in any order', () => {
  const locator = new Locator(TEXT);
  const lines = [1, 0, 1].map((index) => locator.locate(documents[index] ?? { start: 0, end: 0 }, []).line);
  expect(lines).toEqual([16, 3, 16]);
});

test('CRLF counts as one line break', () => {
  const text = 'apiVersion: v1\r\nkind: Pod\r\nspec:\r\n  a: 1\r\n';
  expect(new Locator(text).locate({ start: 0, end: text.length }, ['spec', 'a'])).toEqual({ line: 4, column: 6 });
});

test('a document too large to be read twice is named by its first line', () => {
  const text = `a: 1\n---\nb: ${'x'.repeat(3_000_000)}\nc: 1\n`;
  expect(new Locator(text).locate({ start: 5, end: text.length }, ['c'])).toEqual({ line: 2, column: 1 });
});

test.each<[JsonPath, string]>([
  [['spec', 'template', 'spec', 'containers', 0, 'image'], 'spec.template.spec.containers[0].image'],
  [['data', '.dockerconfigjson'], 'data[".dockerconfigjson"]'],
  [['metadata', 'annotations', 'a.io/b'], 'metadata.annotations["a.io/b"]'],
  [['items', 3], 'items[3]'],
  [[], ''],
])('%j is written %s', (path, text) => {
  expect(formatJsonPath(path)).toBe(text);
});

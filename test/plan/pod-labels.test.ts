import { type AccountPodLabels, applyPodLabels } from '../../src/plan';

const rules: AccountPodLabels[] = [
  { serviceAccount: 'api', labels: { use: 'true' } },
  { serviceAccount: 'web', labels: { web: 'true' } },
];

test.each<[string, unknown, unknown]>([
  ['no metadata', undefined, { labels: { use: 'true' } }],
  ['no labels', { name: 'a' }, { name: 'a', labels: { use: 'true' } }],
  ['other labels', { labels: { app: 'a' } }, { labels: { app: 'a', use: 'true' } }],
  ['a label that a framework left undefined', { labels: { use: undefined } }, { labels: { use: 'true' } }],
])('%s: the label of the account is filled in', (_title, metadata, expected) => {
  const before = structuredClone(metadata);
  expect(applyPodLabels(metadata, { serviceAccountName: 'api' }, rules)).toEqual(expected);
  expect(metadata).toEqual(before);
});

test.each<[string, unknown, string]>([
  ['a value of the pod holds', { labels: { use: 'false' } }, 'api'],
  ['a pod of another account is left alone', { labels: { app: 'a' } }, 'other'],
  ['and so is one without metadata', undefined, 'other'],
])('%s: the metadata is the same', (_title, metadata, serviceAccountName) => {
  expect(applyPodLabels(metadata, { serviceAccountName }, rules)).toBe(metadata);
});

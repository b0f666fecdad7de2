import { findings, pod } from '../objects';

const DIGEST = `sha256:${'0'.repeat(64)}`;
const found = (rule: 'latest-tag' | 'mutable-tag', image: string) => findings(rule, [pod({ image })]);

test('latest-tag, hit: no tag, and latest', () => {
  expect(found('latest-tag', 'nginx')).toEqual([
    "warning Pod/api spec.containers[0].image: 'nginx' has no tag, which means 'latest'",
  ]);
  expect(found('latest-tag', 'nginx:latest')).toEqual([
    "warning Pod/api spec.containers[0].image: 'nginx:latest' has the tag 'latest'",
  ]);
});

test('latest-tag, miss: a version, a digest, and what is no image', () => {
  for (const image of ['nginx:1.27', `nginx@${DIGEST}`, `nginx:latest@${DIGEST}`, 'Nginx'])
    expect(found('latest-tag', image)).toEqual([]);
});

test('mutable-tag, hit: a tag alone', () => {
  expect(found('mutable-tag', 'nginx:1.27')).toEqual([
    "info Pod/api spec.containers[0].image: 'nginx:1.27' is named by a tag, without a digest",
  ]);
});

test('mutable-tag, miss: a digest, and latest, which is worse', () => {
  for (const image of [`nginx@${DIGEST}`, `nginx:1.27@${DIGEST}`, 'nginx', 'nginx:latest'])
    expect(found('mutable-tag', image)).toEqual([]);
});

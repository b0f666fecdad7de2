import { account, type check, findings, PUBLIC, pod, secret } from '../objects';

const found = (...objects: Parameters<typeof check>[0]) => findings('empty-pull-secret-reference', objects);
const message = 'an entry of imagePullSecrets has no name';

test('hit: an error where an image stays without a login, else a warning', () => {
  expect(found(pod({ secrets: [undefined] }))).toEqual([`error Pod/api spec.imagePullSecrets[0].name: ${message}`]);
  expect(found(pod({ secrets: [''], image: PUBLIC }))).toEqual([
    `warning Pod/api spec.imagePullSecrets[0].name: ${message}`,
  ]);
  expect(found(account('api', ['']))).toEqual([`warning ServiceAccount/api imagePullSecrets[0].name: ${message}`]);
});

test('miss: names, and lists without entries', () => {
  expect(found(secret(['ghcr.io']), pod({ secrets: ['regcred'] }), pod({ secrets: [] }))).toEqual([]);
});

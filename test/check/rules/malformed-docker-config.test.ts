import { type check, findings, pod, secret } from '../objects';

const found = (...objects: Parameters<typeof check>[0]) => findings('malformed-docker-config', objects);
const malformed = secret('{"auths":{"ghcr.io":{"auth":"bm8tY29sb24="}}}');
const says =
  /Secret\/regcred data\["\.dockerconfigjson"\]: Secret 'regcred': .*'ghcr\.io'.*: unable to parse auth field, must be formatted as base64\(username:password\)$/;

test('hit: an error where a pod names it', () => {
  expect(found(malformed, pod({ secrets: ['regcred'] }))).toEqual([expect.stringMatching(says)]);
  expect(found(malformed, pod({ secrets: ['regcred'] }))[0]).toMatch(/^error/);
});

test('hit: a warning where none does', () => {
  expect(found(malformed)).toEqual([expect.stringMatching(says)]);
  expect(found(malformed)[0]).toMatch(/^warning/);
});

test('miss: a config that decodes, and one that nobody decodes', () => {
  expect(found(secret(['ghcr.io']), pod({ secrets: ['regcred'] }))).toEqual([]);
  expect(found({ ...malformed, type: 'Opaque' }, pod({ secrets: ['regcred'] }))).toEqual([]);
});

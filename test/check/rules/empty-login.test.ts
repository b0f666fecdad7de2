import { type check, findings, pod, secret } from '../objects';

const found = (...objects: Parameters<typeof check>[0]) => findings('empty-login', objects);
const pull = pod({ secrets: ['regcred'] });
const at = (severity: string) => [
  `${severity} Secret/regcred data[".dockerconfigjson"]: Secret 'regcred' has no password for 'ghcr.io'`,
];

test.each<[string, Record<string, unknown>]>([
  ['an empty entry', {}],
  ['an identity token alone', { identitytoken: 'abc' }],
  ['a username alone', { username: 'bot' }],
])('hit: %s is what the kubelet logs in with', (_name, entry) => {
  expect(found(secret([{ 'ghcr.io': entry }]), pull)).toEqual(at('error'));
});

test('hit: a warning where another login is tried too, or nothing uses it', () => {
  const second = secret(['ghcr.io'], { name: 'second' });
  expect(found(secret([{ 'ghcr.io': {} }]), second, pod({ secrets: ['regcred', 'second'] }))).toEqual(at('warning'));
  expect(found(secret([{ 'ghcr.io': {} }]))).toEqual(at('warning'));
});

test('miss: a login with a password, and a placeholder without entries', () => {
  expect(found(secret(['ghcr.io']), pull)).toEqual([]);
  expect(found(secret('{}'), pull)).toEqual([]);
});

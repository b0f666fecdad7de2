import { findings, pod, secret } from '../objects';

const found = (...entries: Parameters<typeof secret>[0][number][]) =>
  findings('ambiguous-credential', [secret(entries as never), pod({ secrets: ['regcred'] })]);
const other = { username: 'other', password: 'other' };

test.each([
  ['https://index.docker.io/v1/', 'index.docker.io'],
  ['ghcr.io', 'https://ghcr.io'],
  ['ghcr.io/', 'ghcr.io/v2/'],
])('hit: %s and %s are one key', (a, b) => {
  expect(found(a, { [b]: other })).toEqual([
    `warning Secret/regcred data[".dockerconfigjson"]: Secret 'regcred' has different logins for '${a}' and '${b}', which are one key to the kubelet`,
  ]);
});

test('miss: the same login twice, other keys, and keys of two Secrets', () => {
  expect(found('ghcr.io', 'https://ghcr.io')).toEqual([]);
  expect(found('ghcr.io', { 'ghcr.io/acme/': other })).toEqual([]);
  const objects = [
    secret(['ghcr.io']),
    secret([{ 'ghcr.io': other }], { name: 'previous' }),
    pod({ secrets: ['regcred', 'previous'] }),
  ];
  expect(findings('ambiguous-credential', objects)).toEqual([]);
});

import { findings, secret } from '../objects';

const found = (...args: Parameters<typeof secret>) => findings('plaintext-credential', [secret(...args)]);
const bare = { metadata: { name: 'regcred', namespace: 'app' } };

test('hit: a password that nobody marked', () => {
  expect(found(['ghcr.io'], bare)).toEqual([
    "warning Secret/regcred data[\".dockerconfigjson\"]: Secret 'regcred' holds a password in clear for 'ghcr.io'",
  ]);
  expect(
    found([], {
      ...bare,
      data: undefined,
      stringData: { '.dockerconfigjson': '{"auths":{"ghcr.io":{"auth":"dTpw"}}}' },
    }),
  ).toEqual([
    "warning Secret/regcred stringData[\".dockerconfigjson\"]: Secret 'regcred' holds a password in clear for 'ghcr.io'",
  ]);
});

test('hit: one that is marked is information', () => {
  expect(found(['ghcr.io'])[0]).toMatch(/^info/);
});

test('miss: no password, or a Secret that was read out of a cluster', () => {
  expect(found('{}', bare)).toEqual([]);
  expect(found([{ 'ghcr.io': {} }], bare)).toEqual([]);
  const metadata = { ...bare.metadata, ownerReferences: [{ kind: 'ExternalSecret', name: 'regcred' }] };
  expect(found(['ghcr.io'], { metadata })).toEqual([]);
});

test('miss: what sops encrypted', () => {
  const data = { '.dockerconfigjson': 'ENC[AES256_GCM,data:abc]' };
  expect(found([], { ...bare, data, sops: { version: '3.9.0' } })).toEqual([]);
});

import { findings, secret } from '../objects';

const found = (server: string, username: string, fields = {}) =>
  findings('expiring-token', [secret([{ [server]: { username, password: 'token' } }], fields)]);

test.each([
  ['111122223333.dkr.ecr.eu-central-1.amazonaws.com', 'AWS', 'an ECR token, which lives 12 hours'],
  ['europe-docker.pkg.dev', 'oauth2accesstoken', 'a Google access token, which lives about an hour'],
  ['https://eu.gcr.io/', '_dcgcloud_token', 'a Google access token, which lives about an hour'],
  ['acmeprod.azurecr.io', '00000000-0000-0000-0000-000000000000', 'an Azure token, which lives at most three hours'],
  // a host of one's own in front of a vendor's registry
  ['images.acme.com', 'AWS', 'an ECR token, which lives 12 hours'],
])('hit: %s as %s', (server, username, token) => {
  expect(found(server, username)).toEqual([
    `warning Secret/regcred data[".dockerconfigjson"]: Secret 'regcred' holds ${token}, for '${server}'`,
  ]);
});

test('miss: a login that lives until it is revoked', () => {
  expect(found('europe-docker.pkg.dev', '_json_key')).toEqual([]);
  expect(found('ghcr.io', 'bot')).toEqual([]);
});

test('miss: a user of another registry who happens to be called so', () => {
  expect(found('https://index.docker.io/v1/', 'AWS')).toEqual([]);
});

test('miss: a Secret that its owner refreshes, read out of a cluster', () => {
  const metadata = {
    name: 'regcred',
    namespace: 'app',
    ownerReferences: [{ kind: 'ExternalSecret', name: 'regcred' }],
  };
  expect(found('acme.azurecr.io', '00000000-0000-0000-0000-000000000000', { metadata })).toEqual([]);
});

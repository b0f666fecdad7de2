import { account, type check, findings, PUBLIC, pod, secret } from '../objects';

const found = (...objects: Parameters<typeof check>[0]) => findings('service-account-secrets-field', objects);
const api = (pullSecrets?: string[]) =>
  account('api', pullSecrets, { secrets: [{ name: 'api-token' }, { name: 'regcred' }] });
const message =
  "ServiceAccount/api secrets[1].name: ServiceAccount 'api' has the pull secret 'regcred' under 'secrets', not under 'imagePullSecrets'";

test('hit: an error where an image stays without a login, else a warning', () => {
  expect(found(secret(['ghcr.io']), api(), pod({ account: 'api' }))).toEqual([`error ${message}`]);
  expect(found(secret(['ghcr.io']), api(), pod({ account: 'api', image: PUBLIC }))).toEqual([`warning ${message}`]);
});

test('miss: it is in both, or is no pull secret', () => {
  expect(found(secret(['ghcr.io']), api(['regcred']))).toEqual([]);
  expect(found(secret(['ghcr.io'], { type: 'Opaque' }), api())).toEqual([]);
  expect(found(api())).toEqual([]);
});

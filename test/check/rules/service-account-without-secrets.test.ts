import { account, check, findings, PUBLIC, pod, secret } from '../objects';

const found = (...objects: Parameters<typeof check>[0]) => findings('service-account-without-secrets', objects);

test('hit: a custom account inherits nothing from default', () => {
  const objects = [
    secret(['ghcr.io']),
    account('default', ['regcred']),
    account('api'),
    pod({ account: 'api' }),
    pod({ account: 'api', name: 'b' }),
  ];
  expect(found(...objects)).toEqual([
    "error ServiceAccount/api imagePullSecrets: ServiceAccount 'api' has no pull secrets, and Pod 'api' and 1 more relies on it for a private image",
  ]);
  expect(check(objects).findings.find(({ rule }) => rule === 'service-account-without-secrets')?.fix).toBe(
    "add 'regcred' to imagePullSecrets of ServiceAccount 'api'",
  );
});

test('miss: the pod has its own list, or needs none, or the account is not ours, or is default', () => {
  expect(found(secret(['ghcr.io']), account('api'), pod({ account: 'api', secrets: ['regcred'] }))).toEqual([]);
  expect(found(account('api'), pod({ account: 'api', image: PUBLIC }))).toEqual([]);
  expect(found(pod({ account: 'api' }))).toEqual([]);
  expect(found(account('default'), pod())).toEqual([]);
});

test('miss: the Secret stands in the wrong field, which is said elsewhere', () => {
  expect(
    found(secret(['ghcr.io']), account('api', undefined, { secrets: [{ name: 'regcred' }] }), pod({ account: 'api' })),
  ).toEqual([]);
});

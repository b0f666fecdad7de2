import { account, type check, findings, PUBLIC, pod, secret } from '../objects';

const found = (...objects: Parameters<typeof check>[0]) => findings('shadowed-service-account-secrets', objects);
const secrets = [secret(['ghcr.io']), secret(['quay.io'], { name: 'quay' })];

test("hit: an error where the account's Secret has the login that is missing", () => {
  expect(found(...secrets, account('default', ['regcred']), pod({ secrets: ['quay'] }))).toEqual([
    "error Pod/api spec.imagePullSecrets: the pod lists 'quay' itself, so 'regcred' of ServiceAccount 'default' does not reach it",
  ]);
});

test('hit: advice where nothing is missing, or the Secret would not help', () => {
  expect(found(...secrets, account('default', ['regcred']), pod({ secrets: ['quay'], image: PUBLIC }))[0]).toMatch(
    /^info/,
  );
  expect(
    found(...secrets, account('default', ['regcred']), pod({ secrets: ['quay'], image: 'acme/api:1' }))[0],
  ).toMatch(/^info/);
});

test('hit: an account that enforces its list refuses the pod', () => {
  const enforcing = account('default', ['regcred'], {
    metadata: { name: 'default', namespace: 'app', annotations: { 'kubernetes.io/enforce-mountable-secrets': 'true' } },
  });
  expect(found(...secrets, enforcing, pod({ secrets: ['regcred', 'quay'] }))).toEqual([
    "error Pod/api spec.imagePullSecrets: ServiceAccount 'default' enforces its list of Secrets, and 'quay' of the pod is not in it: the API server refuses the pod",
  ]);
});

test("miss: the pod lists all of the account's, or none at all, or the account has none", () => {
  expect(found(...secrets, account('default', ['regcred']), pod({ secrets: ['quay', 'regcred'] }))).toEqual([]);
  expect(found(...secrets, account('default', ['regcred']), pod())).toEqual([]);
  expect(found(...secrets, account('default'), pod({ secrets: ['regcred'] }))).toEqual([]);
  expect(found(...secrets, account('default', ['regcred']), pod({ secrets: [undefined] }))).toEqual([]);
});

import { checkManifests } from '../../../src/check';
import { documentOf } from '../../../src/manifest';
import { account, type check, deployment, findings, PUBLIC, pod, secret } from '../objects';

const found = (...objects: Parameters<typeof check>[0]) => findings('default-service-account-race', objects);
const bound = [secret(['ghcr.io']), account('default', ['regcred'])];

test('hit: pods that rely on default, once for all of them', () => {
  expect(found(...bound, deployment(), deployment({ name: 'worker' }), pod())).toEqual([
    "warning ServiceAccount/default imagePullSecrets: Deployment 'api' and 2 more of namespace 'app' have 'regcred' only from ServiceAccount 'default', which is patched in the same apply",
  ]);
});

test('hit: an error for a pod that stands before the account', () => {
  expect(found(pod(), ...bound)).toEqual([
    "error Pod/api spec.imagePullSecrets: the pod stands before ServiceAccount 'default' in the file: it is created without 'regcred', for good",
  ]);
  expect(found(deployment(), ...bound)[0]).toMatch(/^warning ServiceAccount/);
});

test('the order of files is not known', () => {
  const documents = [documentOf(pod(), 'a.yaml'), ...bound.map((object) => documentOf(object, 'b.yaml'))];
  const [finding] = checkManifests(documents).findings.filter(({ rule }) => rule === 'default-service-account-race');
  expect(finding?.severity).toBe('warning');
});

test('miss: a list of its own, an account of its own, or nothing to log in for', () => {
  expect(found(...bound, pod({ secrets: ['regcred'] }))).toEqual([]);
  expect(found(secret(['ghcr.io']), account('api', ['regcred']), pod({ account: 'api' }))).toEqual([]);
  expect(found(...bound, pod({ image: PUBLIC }))).toEqual([]);
});

import { account, type check, findings, PUBLIC, pod, secret } from '../objects';

const found = (...objects: Parameters<typeof check>[0]) => findings('missing-secret', objects);
const at = (place: string) => `${place}: Secret 'absent' is not in namespace 'app': no manifest has it or makes it`;

test('hit: an error where an image stays without a login, else a warning', () => {
  expect(found(pod({ secrets: ['absent'] }))).toEqual([at('error Pod/api spec.imagePullSecrets[0].name')]);
  expect(found(pod({ secrets: ['absent'], image: PUBLIC }))).toEqual([
    at('warning Pod/api spec.imagePullSecrets[0].name'),
  ]);
  expect(found(secret(['ghcr.io']), pod({ secrets: ['regcred', 'absent'] }))).toEqual([
    at('warning Pod/api spec.imagePullSecrets[1].name'),
  ]);
});

test("hit: an account's list is one place, however many pods have it", () => {
  expect(found(account('default', ['absent']), pod(), pod({ name: 'worker' }))).toEqual([
    at('error ServiceAccount/default imagePullSecrets[0].name'),
  ]);
  expect(found(account('default', ['absent']))).toEqual([
    at('warning ServiceAccount/default imagePullSecrets[0].name'),
  ]);
});

test('miss: it is there, elsewhere, declared, or made in the cluster', () => {
  const pull = pod({ secrets: ['regcred'] });
  expect(found(secret(['ghcr.io']), pull)).toEqual([]);
  expect(found(secret(['ghcr.io'], { namespace: 'other' }), pull)).toEqual([]);
  expect(findings('missing-secret', [pull], { existingSecrets: [{ name: 'regcred' }] })).toEqual([]);
  const sealed = {
    apiVersion: 'bitnami.com/v1alpha1',
    kind: 'SealedSecret',
    metadata: { name: 'regcred', namespace: 'app' },
  };
  expect(found(sealed, pull)).toEqual([]);
});

test('miss: a static pod has a rule of its own', () => {
  expect(found(pod({ secrets: ['absent'], annotations: { 'kubernetes.io/config.source': 'file' } }))).toEqual([]);
});

import { type check, findings, pod, verdicts } from '../objects';

const found = (...objects: Parameters<typeof check>[0]) => findings('csi-secret-for-pull', objects);
const provider = {
  apiVersion: 'secrets-store.csi.x-k8s.io/v1',
  kind: 'SecretProviderClass',
  metadata: { name: 'registry', namespace: 'app' },
  spec: { secretObjects: [{ secretName: 'regcred', type: 'kubernetes.io/dockerconfigjson' }] },
};
const mounting = {
  volumes: [
    { name: 'v', csi: { driver: 'secrets-store.csi.k8s.io', volumeAttributes: { secretProviderClass: 'registry' } } },
  ],
};

test('hit: an error where a pod does not even mount the class', () => {
  expect(found(provider, pod({ secrets: ['regcred'] }))).toEqual([
    "error SecretProviderClass/registry spec.secretObjects[0]: Secret 'regcred' is used for pulls, but not every pod that names it mounts SecretProviderClass 'registry'",
  ]);
});

test('hit: a warning where all do', () => {
  expect(found(provider, pod({ secrets: ['regcred'], spec: mounting }))).toEqual([
    "warning SecretProviderClass/registry spec.secretObjects[0]: Secret 'regcred' is used for pulls, but it is only there while one of its pods runs",
  ]);
});

test('the Secret counts as opaque', () => {
  expect(verdicts([provider, pod({ secrets: ['regcred'] })])).toEqual(['opaque']);
});

test('miss: a class that makes no pull secret of anyone', () => {
  expect(found(provider, pod({ spec: mounting }))).toEqual([]);
});

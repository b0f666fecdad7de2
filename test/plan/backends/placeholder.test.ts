import { PlaceholderSource, PullSecret } from '../../../src/plan';
import { documentOf, documentsOf, yamlOf } from './documents';
import { CLUSTER_SIDE } from './examples';

test('an empty JSON object, which the API server wants, and what the reflector fills it by', () => {
  expect(yamlOf(documentOf(CLUSTER_SIDE['placeholder, for the reflector'](), 'Secret'))).toMatchInlineSnapshot(`
"apiVersion: v1
kind: Secret
metadata:
  name: regcred
  namespace: app1-ns
  annotations:
    reflector.v1.k8s.emberstack.com/reflects: platform/registries
    regcred.dev/covers: ghcr.io/acme/
type: kubernetes.io/dockerconfigjson
data:
  .dockerconfigjson: e30K
"
`);
});

test.each([
  ['placeholder, for the replicator', { 'replicator.v1.mittwald.de/replicate-from': 'platform/registries' }],
  ['placeholder, for the secretgen-controller', { 'secretgen.carvel.dev/image-pull-secret': '' }],
] as const)('%s', (name, annotations) => {
  expect(documentOf(CLUSTER_SIDE[name](), 'Secret').metadata.annotations).toMatchObject(annotations);
});

test('server keys are written as the kubelet reads them', () => {
  const { metadata } = documentOf(CLUSTER_SIDE['placeholder, for the replicator'](), 'Secret');
  expect(metadata.annotations['regcred.dev/covers']).toBe('ghcr.io/acme/, https://index.docker.io/v1/');
});

test('the namespace of the source gets no copy onto itself: the two would fight', () => {
  const source = PlaceholderSource.reflector({ namespace: 'platform', name: 'regcred' });
  const secret = PullSecret.placeholder({ source, covers: ['ghcr.io'] });
  expect(documentsOf(secret, { namespace: 'platform' })).toEqual([]);
  expect(documentsOf(secret, { namespace: 'shop' })).toHaveLength(1);
  const renamed = PullSecret.placeholder({ source, covers: ['ghcr.io'], name: 'copy' });
  expect(documentsOf(renamed, { namespace: 'platform' })).toHaveLength(1);
});

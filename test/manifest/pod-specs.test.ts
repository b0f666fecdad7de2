import { RegcredError } from '../../src/error';
import type { CustomKind } from '../../src/manifest';
import { imagesOf, parseCustomKind, podSpecPathOf, podSpecsOf } from '../../src/manifest';

test.each([
  ['v1', 'Pod', 'spec'],
  ['v1', 'PodTemplate', 'template.spec'],
  ['v1', 'ReplicationController', 'spec.template.spec'],
  ['apps/v1', 'Deployment', 'spec.template.spec'],
  ['apps/v1', 'StatefulSet', 'spec.template.spec'],
  ['apps/v1', 'DaemonSet', 'spec.template.spec'],
  ['apps/v1', 'ReplicaSet', 'spec.template.spec'],
  ['batch/v1', 'Job', 'spec.template.spec'],
  ['batch/v1', 'CronJob', 'spec.jobTemplate.spec.template.spec'],
  ['batch/v1beta1', 'CronJob', 'spec.jobTemplate.spec.template.spec'],
  ['argoproj.io/v1alpha1', 'Rollout', 'spec.template.spec'],
  ['keda.sh/v1alpha1', 'ScaledJob', 'spec.jobTargetRef.template.spec'],
  ['serving.knative.dev/v1', 'Service', 'spec.template.spec'],
  ['apps.openshift.io/v1', 'DeploymentConfig', 'spec.template.spec'],
  ['v1', 'Service', undefined],
  ['acme.io/v1', 'Deployment', undefined],
  ['v1', 'Secret', undefined],
])('%s %s holds its pod spec in %s', (apiVersion, kind, path) => {
  expect(podSpecPathOf(apiVersion, kind)?.join('.')).toBe(path);
});

test('a custom kind is declared in words', () => {
  expect(parseCustomKind('acme.io/Worker=spec.pools.*.template.spec')).toEqual({
    group: 'acme.io',
    kind: 'Worker',
    podSpecPath: ['spec', 'pools', '*', 'template', 'spec'],
  });
  expect(parseCustomKind('acme.io/v2/Worker=spec').group).toBe('acme.io');
  expect(parseCustomKind('Pod=spec').group).toBe('');
});

test.each(['', 'Worker', '=spec', 'acme.io/=spec', 'acme.io/Worker=', 'acme.io/Worker=spec..template'])(
  'custom kind %j is refused',
  (text) => {
    expect(() => parseCustomKind(text)).toThrow(RegcredError);
  },
);

test("a custom kind's star meets every element of a list or mapping", () => {
  const worker: CustomKind = { group: 'acme.io', kind: 'Worker', podSpecPath: ['spec', 'pools', '*', 'pod'] };
  const object = (pools: unknown) => ({ apiVersion: 'acme.io/v1', kind: 'Worker', spec: { pools } });
  const paths = (pools: unknown) => podSpecsOf(object(pools), [worker]).map(({ path }) => path);
  expect(paths([{ pod: {} }, {}, { pod: {} }])).toEqual([
    ['spec', 'pools', 0, 'pod'],
    ['spec', 'pools', 2, 'pod'],
  ]);
  expect(paths({ blue: { pod: {} } })).toEqual([['spec', 'pools', 'blue', 'pod']]);
  expect(paths('none')).toEqual([]);
});

test.each([
  [{ apiVersion: 'v1', kind: 'Pod' }],
  [{ apiVersion: 'v1', kind: 'Pod', spec: null }],
  [{ apiVersion: 'v1', kind: 'Pod', spec: [] }],
  [{ apiVersion: 'apps/v1', kind: 'Deployment', spec: { template: 'x' } }],
])('%j holds no pod spec', (object) => {
  expect(podSpecsOf(object)).toEqual([]);
});

test('every image of a pod spec, with its way', () => {
  expect(
    imagesOf({
      containers: [{ name: 'app', image: 'app:1', imagePullPolicy: 'Never' }, null, { name: 'bare' }],
      initContainers: [{ name: 'init', image: 'init:1' }],
      ephemeralContainers: [{ name: 'debug', image: 'debug:1' }],
      volumes: [{ name: 'cache' }, { name: 'model', image: { reference: 'model:1', pullPolicy: 'Always' } }],
    }).map(({ container, role, image, pullPolicy, path }) => [container, role, image, pullPolicy, path.join('.')]),
  ).toEqual([
    ['init', 'init', 'init:1', undefined, 'initContainers.0.image'],
    ['app', 'container', 'app:1', 'Never', 'containers.0.image'],
    ['', 'container', undefined, undefined, 'containers.1.image'],
    ['bare', 'container', undefined, undefined, 'containers.2.image'],
    ['debug', 'ephemeral', 'debug:1', undefined, 'ephemeralContainers.0.image'],
    ['model', 'volume', 'model:1', 'Always', 'volumes.1.image.reference'],
  ]);
});

test('lists that are none hold no image', () => {
  expect(imagesOf({ containers: null, initContainers: 'x', volumes: {} })).toEqual([]);
});

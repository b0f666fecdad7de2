import { checkManifests, VERDICTS } from '../../src/check';
import { documentOf, type ManifestObject } from '../../src/manifest';
import fc from '../fast-check';
import { readVectors } from '../oracle/read-vectors';
import { account, check, pod, secret } from './objects';

test('an image that the kubelet reads has a verdict, one that it does not is malformed', () => {
  const vectors = readVectors<{ input: string; error?: string }>('references.jsonl');
  const { images } = check(vectors.map(({ input }) => pod({ image: input })));
  expect(images).toHaveLength(vectors.length);
  const wrong = vectors.filter(
    ({ error }, index) => (images[index]?.verdict === 'malformed') !== (error !== undefined),
  );
  expect(wrong).toEqual([]);
});

const KINDS: readonly (readonly [string, string])[] = [
  ['v1', 'Pod'],
  ['v1', 'Secret'],
  ['v1', 'ServiceAccount'],
  ['v1', 'Namespace'],
  ['apps/v1', 'Deployment'],
  ['batch/v1', 'CronJob'],
  ['external-secrets.io/v1', 'ExternalSecret'],
  ['external-secrets.io/v1', 'ClusterExternalSecret'],
  ['bitnami.com/v1alpha1', 'SealedSecret'],
  ['secrets.hashicorp.com/v1beta1', 'VaultStaticSecret'],
  ['secrets-store.csi.x-k8s.io/v1', 'SecretProviderClass'],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole'],
];
const FIELDS = [
  'metadata',
  'name',
  'namespace',
  'annotations',
  'labels',
  'spec',
  'template',
  'data',
  'stringData',
  'type',
  'target',
];
const MORE = [
  'containers',
  'image',
  'volumes',
  'imagePullSecrets',
  'secrets',
  'rules',
  'secretObjects',
  'serviceAccountName',
  'sops',
  'namespaceSelectors',
];
const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 6, depthSize: 'medium' },
    fc.constantFrom(null, '', 'a', 'ghcr.io/a/b', 0, true, [], {}),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...FIELDS, ...MORE), tie('value'), { maxKeys: 6 }),
  ),
})).value;
const object = fc
  .tuple(fc.constantFrom(...KINDS), fc.dictionary(fc.constantFrom(...FIELDS, ...MORE), anything, { maxKeys: 6 }))
  .map(([[apiVersion, kind], fields]): ManifestObject => ({ ...fields, apiVersion, kind }));

test('whatever stands in a manifest, there is a report', () => {
  fc.assert(
    fc.property(fc.array(object, { maxLength: 6 }), (objects) => {
      const { images, summary } = checkManifests(objects.map((each) => documentOf(each, 'all.yaml')));
      expect(summary.objects).toBe(objects.length);
      for (const { verdict } of images) expect(VERDICTS).toContain(verdict);
    }),
    { numRuns: 500 },
  );
});

const NAMES = ['regcred', 'quay', ''];
const scenario = fc.record({
  secrets: fc.array(
    fc.tuple(fc.constantFrom('regcred', 'quay'), fc.constantFrom('ghcr.io', 'quay.io', 'ghcr.io/acme/')),
  ),
  accounts: fc.array(
    fc.tuple(fc.constantFrom('default', 'api'), fc.array(fc.constantFrom(...NAMES), { maxLength: 2 })),
  ),
  pods: fc.array(
    fc.record({
      account: fc.constantFrom(undefined, 'api'),
      secrets: fc.option(fc.array(fc.constantFrom(...NAMES), { maxLength: 2 }), { nil: undefined }),
    }),
    {
      minLength: 1,
    },
  ),
});

test('an image without a login is always somebody’s error, and no image with one is', () => {
  fc.assert(
    fc.property(scenario, ({ secrets, accounts, pods }) => {
      const objects = [
        ...secrets.map(([name, key]) => secret([key], { name })),
        ...accounts.map(([name, list]) => account(name, list)),
        ...pods.map((options, index) => pod({ ...options, name: `pod-${index}` })),
      ];
      const { images, findings } = check(objects);
      const missing = images.some(({ verdict }) => verdict === 'missing');
      // a pod that is created too early is an error of its own
      const errors = findings.filter(
        ({ severity, rule }) => severity === 'error' && rule !== 'default-service-account-race',
      );
      expect(errors.length > 0).toBe(missing);
    }),
    { numRuns: 500 },
  );
});

import { adviceFor } from '../../src/pulumi/error-advice';

const conflict = (field: string) =>
  `server-side apply field conflict detected\nApply failed with 1 conflict: conflict with "kubectl" using v1:\n- ${field}`;

test.each([
  ['ServiceAccount', 'serviceaccounts "app" already exists', /createServiceAccount: false.*`pulumi import`/],
  ['Secret', 'secrets "regcred" already exists', /PullSecret\.existing/],
  ['Namespace', 'namespaces "payments" already exists', /leave createNamespaces out/],
  ['ServiceAccountPatch', conflict('.imagePullSecrets'), /onConflict: 'replace'/],
  [
    'ServiceAccountPatch',
    conflict('.metadata.annotations.eks.amazonaws.com/role-arn'),
    /^(?!.*onConflict).*enablePatchForce/,
  ],
  ['Secret', 'namespaces "nowhere" not found', /createNamespaces: true/],
])('%s: %s', (kind, error, advice) => {
  expect(adviceFor(`kubernetes:core/v1:${kind}`, [error])).toMatch(advice);
});

test('nothing is said of what is not known', () => {
  expect(adviceFor('kubernetes:core/v1:Secret', ['the server is busy'])).toBeUndefined();
});

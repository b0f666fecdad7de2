import { Chart, Testing, YamlOutputType } from 'cdk8s';
import { PrivateRegistryAccess, PullSecret, SecretReader, SecretReaders } from '../../src';
import { newChart, yamlOf } from './synth';

const mira = { secrets: ['regcred'], readers: [SecretReader.user('mira')] };

test('the named subjects get the named Secrets, and nothing lists them', () => {
  const chart = newChart();
  new SecretReaders(chart, 'readers', {
    namespaces: ['shop'],
    secrets: ['regcred'],
    readers: [
      SecretReader.serviceAccount('image-updater'),
      SecretReader.serviceAccount('scanner', 'tools'),
      SecretReader.user('mira@acme.com'),
      SecretReader.group('platform'),
    ],
  });
  expect(yamlOf(chart)).toMatchInlineSnapshot(`
"apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: test-readers-c819ad80
  namespace: shop
rules:
  - apiGroups:
      - ""
    resourceNames:
      - regcred
    resources:
      - secrets
    verbs:
      - get
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: test-readers-c819ad80
  namespace: shop
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: test-readers-c819ad80
subjects:
  - kind: ServiceAccount
    name: image-updater
    namespace: shop
  - kind: ServiceAccount
    name: scanner
    namespace: tools
  - apiGroup: rbac.authorization.k8s.io
    kind: User
    name: mira@acme.com
  - apiGroup: rbac.authorization.k8s.io
    kind: Group
    name: platform"
`);
});

test('the Secrets of a construct, in each of its namespaces, under a name of one’s own', () => {
  const chart = newChart();
  const namespaces = ['a', 'b'];
  const { pullSecretNames } = new PrivateRegistryAccess(chart, 'pull', {
    namespaces,
    pullSecrets: [PullSecret.existing('one'), PullSecret.existing('two')],
    serviceAccounts: [],
  });
  new SecretReaders(chart, 'readers', {
    name: 'pull-secret-readers',
    namespaces,
    secrets: pullSecretNames,
    readers: [SecretReader.user('mira')],
    labels: { team: 'platform' },
  });
  const documents = chart.toJson();
  expect(documents.map(({ kind, metadata }) => [kind, metadata.namespace, metadata.name, metadata.labels])).toEqual(
    ['a', 'b'].flatMap((namespace) =>
      ['Role', 'RoleBinding'].map((kind) => [kind, namespace, 'pull-secret-readers', { team: 'platform' }]),
    ),
  );
  expect(documents[0].rules[0].resourceNames).toEqual(['one', 'two']);
});

test.each([
  [{ namespaces: [] }, "'namespaces' is an empty list: name at least one namespace"],
  [{ secrets: [] }, "'secrets' is an empty list: name at least one Secret"],
  [{ readers: [] }, "'readers' is an empty list: name at least one reader"],
  [{ secrets: ['Docker Hub'] }, "got 'Docker Hub', write 'docker-hub'"],
])('%j is refused: a Role without names would give them all away', (props, message) => {
  expect(() => new SecretReaders(newChart(), 'readers', { namespaces: ['a'], ...mira, ...props })).toThrow(message);
});

test('a file a resource would lose the Role of the first namespace: refused', () => {
  const app = Testing.app({ yamlOutputType: YamlOutputType.FILE_PER_RESOURCE });
  new SecretReaders(new Chart(app, 'chart'), 'readers', { name: 'readers', namespaces: ['a', 'b'], ...mira });
  expect(() => app.synth()).toThrow(
    "[chart/readers] YamlOutputType.FILE_PER_RESOURCE would write Role 'readers' of the namespaces 'a' and 'b' to one file",
  );
});

test('two constructs with Roles of one name: the second would overwrite the first', () => {
  const chart = newChart();
  new SecretReaders(chart, 'readers', { name: 'readers', namespaces: ['a'], ...mira });
  expect(() => new SecretReaders(chart, 'more', { name: 'readers', namespaces: ['a'], ...mira })).toThrow(
    expect.objectContaining({
      code: 'object-conflict',
      message:
        "Role 'readers' in namespace 'a' is made by 'test/readers/role.a.readers' already: give one of the two another name",
    }),
  );
});

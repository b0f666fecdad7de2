import { ApiObject, type App, Chart, Testing } from 'cdk8s';
import { Credentials, Platform, PrivateRegistryAccess, PullSecret, Registry, ServiceAccountBinding } from '../../src';
import { documentOf, ghcr, newChart, yamlOf } from './synth';

const pod = (chart: Chart, name: string, namespace?: string, spec: object = {}) =>
  new ApiObject(chart, `pod-${name}`, {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace },
    spec: { containers: [{ name: 'app', image: 'ghcr.io/acme/app:1' }], ...spec },
  });

test('one namespace: the Secret, the default account, and a pod that lists the Secret', () => {
  const chart = newChart();
  new PrivateRegistryAccess(chart, 'pull', { namespaces: ['app1-ns'], pullSecrets: [ghcr()] });
  pod(chart, 'web', 'app1-ns');
  expect(yamlOf(chart)).toMatchInlineSnapshot(`
"apiVersion: v1
kind: Secret
metadata:
  annotations:
    regcred.dev/plaintext-credential: "true"
  name: regcred
  namespace: app1-ns
data:
  .dockerconfigjson: eyJhdXRocyI6eyJnaGNyLmlvIjp7InVzZXJuYW1lIjoiYm90IiwicGFzc3dvcmQiOiJ0b2tlbiIsImF1dGgiOiJZbTkwT25SdmEyVnUifX19
type: kubernetes.io/dockerconfigjson
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: default
  namespace: app1-ns
imagePullSecrets:
  - name: regcred
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: app1-ns
spec:
  containers:
    - image: ghcr.io/acme/app:1
      name: app
  imagePullSecrets:
    - name: regcred"
`);
});

test('the account is bound and the pods are not, where podDefaults is false', () => {
  const chart = newChart('app1-ns');
  new PrivateRegistryAccess(chart, 'pull', { namespaces: ['app1-ns'], pullSecrets: [ghcr()], podDefaults: false });
  pod(chart, 'web');
  expect(documentOf(chart, 'Pod').spec).not.toHaveProperty('imagePullSecrets');
  expect(documentOf(chart, 'ServiceAccount').imagePullSecrets).toEqual([{ name: 'regcred' }]);
});

test('pods of other namespaces and of other charts are left alone', () => {
  const app = Testing.app();
  const [here, there] = [new Chart(app, 'here'), new Chart(app, 'there')];
  new PrivateRegistryAccess(here, 'pull', {
    namespaces: ['a', 'default'],
    pullSecrets: [PullSecret.existing('regcred')],
  });
  for (const chart of [here, there]) {
    pod(chart, 'in-a', 'a');
    pod(chart, 'in-b', 'b');
    pod(chart, 'nowhere'); // goes to `default`
  }
  const bound = (chart: Chart) =>
    Testing.synth(chart)
      .filter((doc) => doc.kind === 'Pod' && doc.spec.imagePullSecrets)
      .map((doc) => doc.metadata.name);
  expect(bound(here)).toEqual(['in-a', 'nowhere']);
  expect(bound(there)).toEqual([]);
});

test("a pod's own list is kept and ours is added, since its list shadows the account's", () => {
  const chart = newChart('a');
  new PrivateRegistryAccess(chart, 'pull', { namespaces: ['a'], pullSecrets: [PullSecret.existing('regcred')] });
  pod(chart, 'web', 'a', { imagePullSecrets: [{ name: 'own' }] });
  expect(documentOf(chart, 'Pod').spec.imagePullSecrets).toEqual([{ name: 'own' }, { name: 'regcred' }]);
});

test('several pull secrets and accounts, labelled, in namespaces that are made here', () => {
  const chart = newChart('shop');
  new PrivateRegistryAccess(chart, 'pull', {
    namespaces: ['shop', 'shop-staging'],
    createNamespaces: true,
    pullSecrets: [PullSecret.existing('a'), PullSecret.existing('b')],
    serviceAccounts: [ServiceAccountBinding.patch({ name: 'ci' }), ServiceAccountBinding.create({ name: 'api' })],
    labels: { team: 'shop' },
  });
  expect(Testing.synth(chart).map(({ kind, metadata }) => [kind, metadata.namespace, metadata.name])).toEqual([
    ['Namespace', undefined, 'shop'],
    ['ServiceAccount', 'shop', 'ci'],
    ['ServiceAccount', 'shop', 'api'],
    ['Namespace', undefined, 'shop-staging'],
    ['ServiceAccount', 'shop-staging', 'ci'],
    ['ServiceAccount', 'shop-staging', 'api'],
  ]);
  expect(Testing.synth(chart)[2]).toMatchInlineSnapshot(`
{
  "apiVersion": "v1",
  "automountServiceAccountToken": false,
  "imagePullSecrets": [
    {
      "name": "a",
    },
    {
      "name": "b",
    },
  ],
  "kind": "ServiceAccount",
  "metadata": {
    "labels": {
      "team": "shop",
    },
    "name": "api",
    "namespace": "shop",
  },
}
`);
});

test('two constructs that bind one account write one document, with the union of their lists', () => {
  const app = Testing.app();
  const [first, second] = [new Chart(app, 'first'), new Chart(app, 'second')];
  const bind = (chart: Chart, name: string, annotation: string) =>
    new PrivateRegistryAccess(chart, 'pull', {
      namespaces: ['a'],
      pullSecrets: [PullSecret.existing(name)],
      annotations: { [annotation]: 'yes' },
    });
  bind(first, 'one', 'first');
  bind(second, 'two', 'second');
  expect(documentOf(first, 'ServiceAccount')).toMatchObject({
    metadata: { annotations: { first: 'yes', second: 'yes' } },
    imagePullSecrets: [{ name: 'one' }, { name: 'two' }],
  });
  expect(Testing.synth(second)).toEqual([]);
});

test('on OpenShift the list of the account is left to its controller, and the pods are bound', () => {
  const chart = newChart('a');
  new PrivateRegistryAccess(chart, 'pull', {
    namespaces: ['a'],
    pullSecrets: [PullSecret.existing('regcred')],
    serviceAccounts: [ServiceAccountBinding.patchDefault(), ServiceAccountBinding.create({ name: 'app' })],
    platform: Platform.OPENSHIFT,
  });
  pod(chart, 'web');
  expect(documentOf(chart, 'ServiceAccount')).not.toHaveProperty('imagePullSecrets'); // only ours: `app`
  expect(documentOf(chart, 'Pod').spec.imagePullSecrets).toEqual([{ name: 'regcred' }]);
});

describe('what cannot be', () => {
  const existing = { namespaces: ['a'], pullSecrets: [PullSecret.existing('regcred')] };

  test('two constructs that make the same Secret', () => {
    const chart = newChart();
    new PrivateRegistryAccess(chart, 'pull', { namespaces: ['a'], pullSecrets: [ghcr()] });
    expect(() => new PrivateRegistryAccess(chart, 'again', { namespaces: ['a'], pullSecrets: [ghcr()] })).toThrow(
      "Secret 'regcred' in namespace 'a' is made by 'test/pull' already, and the two would overwrite one another: give one of the pull secrets another name, or hold all logins in one",
    );
  });

  test('two constructs that make the same namespace', () => {
    const chart = newChart();
    new PrivateRegistryAccess(chart, 'pull', { ...existing, createNamespaces: true });
    expect(() => new PrivateRegistryAccess(chart, 'again', { ...existing, createNamespaces: true })).toThrow(
      "Namespace 'a' is made by 'test/pull/namespace.a' already: set createNamespaces in one of them only",
    );
  });

  test('a namespace that the app makes by itself too, before or after', () => {
    const chart = newChart();
    const labels = { 'pod-security.kubernetes.io/enforce': 'restricted' };
    const theirs = (name: string) =>
      new ApiObject(chart, name, { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } });
    theirs('a');
    theirs('b');
    new PrivateRegistryAccess(chart, 'pull', { ...existing, namespaces: ['a', 'c'], createNamespaces: true });
    expect(() => (chart.node.root as App).synthYaml()).toThrow(
      "Namespace 'a' is made at 'test/a' and by 'test/pull/namespace.a', and the one that is applied later takes the labels of the other away: " +
        'leave out createNamespaces (or createSourceNamespace), or the other document',
    );
  });

  test('a binding to an account that another construct makes', () => {
    const chart = newChart('a');
    new PrivateRegistryAccess(chart, 'pull', {
      ...existing,
      serviceAccounts: [ServiceAccountBinding.patch({ name: 'app' })],
    });
    new ApiObject(chart, 'theirs', { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'app' } });
    expect(() => Testing.synth(chart)).toThrow(
      "Failed serializing construct at path 'test/theirs' with name 'app': " +
        "RegcredError: service account 'app' in namespace 'a' is made here and bound by 'test/pull/serviceaccount.a.app': two documents " +
        'overwrite one another; drop this one and have it made there, by ServiceAccountBinding.create or createServiceAccount, ' +
        "or leave the binding out and write imagePullSecrets: [{ name: 'regcred' }] here",
    );
  });

  test('`imagePullSecrets: [{}]` in a pod', () => {
    const chart = newChart('a');
    new PrivateRegistryAccess(chart, 'pull', existing);
    pod(chart, 'web', 'a', { imagePullSecrets: [{}] });
    expect(() => Testing.synth(chart)).toThrow(
      "Failed serializing construct at path 'test/pod-web' with name 'web': RegcredError: a pull secret is referred to by name: " +
        "got {} in imagePullSecrets, write { name: 'regcred' } or leave it out",
    );
  });

  test('environment variables that are not set: one error names all of them', () => {
    const login = (prefix: string) =>
      Registry.custom(`${prefix.toLowerCase()}.example.com`).login(Credentials.fromEnvironment({ prefix }));
    const pullSecrets = [
      PullSecret.fromLogins({ name: 'a', logins: [login('ONE'), login('TWO')] }),
      PullSecret.fromLogins({ name: 'b', logins: [login('THREE')] }),
    ];
    process.env.TWO_USERNAME = 'bot';
    process.env.TWO_PASSWORD = '';
    expect(() => new PrivateRegistryAccess(newChart(), 'pull', { namespaces: ['a'], pullSecrets })).toThrow(
      '5 variables are missing from the environment: ONE_USERNAME is not set, ONE_PASSWORD is not set, TWO_PASSWORD is empty, ' +
        'THREE_USERNAME is not set, THREE_PASSWORD is not set; set them where this runs, for example as secrets of the pipeline',
    );
  });
});

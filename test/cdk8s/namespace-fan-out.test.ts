import { ApiObject, Chart, Testing, Yaml } from 'cdk8s';
import {
  FanOutEngine,
  NamespaceFanOut,
  NamespaceSelector,
  Platform,
  PodBinding,
  PullSecret,
  ServiceAccountBinding,
} from '../../src';
import { fanOut } from '../fan-out/fan-out-documents';
import { documentOf, ghcr } from './synth';

const kindsOf = (chart: Chart) => Testing.synth(chart).map(({ kind }) => kind);
const REACH = [
  { key: 'acme.com/team', operator: 'In', values: ['shop'] },
  { key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['regcred-system'] },
  { key: 'regcred.dev/exclude', operator: 'NotIn', values: ['true'] },
];

test('external secrets: the source, an account that reads it and nothing else, a store for these namespaces only, the copies', () => {
  const chart = fanOut({ engine: FanOutEngine.externalSecrets(), podBinding: PodBinding.NONE });
  expect(kindsOf(chart)).toEqual([
    'Secret',
    'ServiceAccount',
    'Role',
    'RoleBinding',
    'ClusterSecretStore',
    'ClusterExternalSecret',
  ]);
  expect(documentOf(chart, 'Secret').metadata.namespace).toBe('regcred-system');
  expect(documentOf(chart, 'Role').rules).toEqual([
    { apiGroups: [''], resources: ['secrets'], resourceNames: ['regcred'], verbs: ['get'] },
  ]);
  expect(documentOf(chart, 'ClusterSecretStore').spec.conditions).toEqual([
    { namespaceSelector: { matchExpressions: REACH } },
  ]);
  const { namespaceSelectors, ...spec } = documentOf(chart, 'ClusterExternalSecret').spec;
  expect(namespaceSelectors).toEqual([{ matchExpressions: REACH }]);
  expect(Yaml.stringify(spec)).toMatchInlineSnapshot(`
"externalSecretName: regcred
externalSecretSpec:
  dataFrom:
    - extract:
        key: regcred
  refreshInterval: 600s
  secretStoreRef:
    kind: ClusterSecretStore
    name: regcred
  target:
    creationPolicy: Owner
    name: regcred
    template:
      type: kubernetes.io/dockerconfigjson
refreshTime: 60s
"
`);
});

test('Kyverno: a policy that clones into namespaces, and one that binds pods and accounts', () => {
  const chart = fanOut({ engine: FanOutEngine.kyverno(), serviceAccounts: [ServiceAccountBinding.patchDefault()] });
  expect(kindsOf(chart)).toEqual(['Secret', 'ClusterRole', 'ClusterPolicy', 'ClusterPolicy']);
  expect(documentOf(chart, 'ClusterPolicy', 'regcred-clone').spec.rules[0].generate).toMatchInlineSnapshot(`
{
  "apiVersion": "v1",
  "clone": {
    "name": "regcred",
    "namespace": "regcred-system",
  },
  "generateExisting": true,
  "kind": "Secret",
  "name": "regcred",
  "namespace": "{{ request.object.metadata.name }}",
  "synchronize": true,
}
`);
  expect(
    documentOf(chart, 'ClusterPolicy', 'regcred-bind').spec.rules.map((rule: { name: string }) => rule.name),
  ).toEqual(['pod-list', 'pod-regcred', 'serviceaccount-list', 'serviceaccount-regcred']);
});

const SELECTOR =
  'acme.com/team=shop,kubernetes.io/metadata.name notin (regcred-system),regcred.dev/exclude notin (true)';

test.each([
  [
    'reflector',
    FanOutEngine.reflector(),
    {
      'reflector.v1.k8s.emberstack.com/reflection-allowed': 'true',
      'reflector.v1.k8s.emberstack.com/reflection-allowed-namespaces-selector': SELECTOR,
      'reflector.v1.k8s.emberstack.com/reflection-auto-enabled': 'true',
      'reflector.v1.k8s.emberstack.com/reflection-auto-namespaces-selector': SELECTOR,
    },
  ],
  [
    'replicator',
    FanOutEngine.replicator(),
    {
      'replicator.v1.mittwald.de/replicate-to-matching': SELECTOR,
      'replicator.v1.mittwald.de/strip-labels': 'true',
    },
  ],
])('%s: annotations on the source, and the API server binds the pods', (_, engine, annotations) => {
  const chart = fanOut({ engine });
  expect(kindsOf(chart)).toEqual(['Secret', 'MutatingAdmissionPolicy', 'MutatingAdmissionPolicyBinding']);
  expect(documentOf(chart, 'Secret').metadata.annotations).toMatchObject(annotations);
});

test('consent: only namespaces that ask for it', () => {
  const { spec } = documentOf(fanOut({ requireConsent: true }), 'MutatingAdmissionPolicyBinding');
  expect(spec.matchResources.namespaceSelector.matchExpressions).toEqual([
    ...REACH,
    { key: 'regcred.dev/pull-secrets', operator: 'In', values: ['true'] },
  ]);
});

test('other credentials for other teams, under one name, where no namespace can be of both', () => {
  const chart = new Chart(Testing.app(), 'test');
  for (const team of ['shop', 'search']) {
    new NamespaceFanOut(chart, team, {
      name: team,
      sourceNamespace: `${team}-credentials`,
      selector: NamespaceSelector.labels({ 'acme.com/team': team }),
      pullSecrets: [ghcr()],
      engine: FanOutEngine.replicator(),
    });
  }
  expect(Testing.synth(chart).filter(({ kind }) => kind === 'Secret')).toHaveLength(2);
});

describe('what cannot be', () => {
  const kyverno = FanOutEngine.kyverno();
  const patch = [ServiceAccountBinding.patchDefault()];
  test.each<[string, () => unknown, string]>([
    [
      'the source is a target',
      () => fanOut({ selector: NamespaceSelector.names('shop', 'regcred-system') }),
      "namespace 'regcred-system' is the source and a target: a copy onto itself is never done",
    ],
    [
      'annotations on a source that is not made here',
      () => fanOut({ engine: FanOutEngine.replicator(), pullSecrets: [PullSecret.existing('regcred')] }),
      "run kubectl annotate secret regcred -n regcred-system 'replicator.v1.mittwald.de/replicate-to-matching=acme.com/team=shop",
    ],
    [
      'an account without Kyverno',
      () => fanOut({ serviceAccounts: patch }),
      "service account 'default' cannot be bound: only Kyverno binds accounts of namespaces that come later",
    ],
    [
      'an account that is made',
      () => fanOut({ engine: kyverno, serviceAccounts: [ServiceAccountBinding.create({ name: 'app' })] }),
      "service account 'app' cannot be bound: it is not made in namespaces that come later; write ServiceAccountBinding.patch({ name: 'app' })",
    ],
    [
      'an account on OpenShift',
      () => fanOut({ engine: kyverno, serviceAccounts: patch, platform: Platform.OPENSHIFT }),
      "OpenShift's controllers write that list",
    ],
    [
      'no pull secret',
      () => fanOut({ pullSecrets: [] }),
      "'pullSecrets' is an empty list: name at least one pull secret",
    ],
    [
      'a time that is a load',
      () => FanOutEngine.externalSecrets({ refreshTime: 1 }),
      'refreshTime is a whole number of seconds, at least 5: got 1, leave it out for 60; the cluster is asked that often',
    ],
    [
      'two fan-outs that write one Secret',
      () => {
        const chart = fanOut({});
        const selector = NamespaceSelector.labels({ stage: 'prod' });
        new NamespaceFanOut(chart, 'again', {
          selector,
          pullSecrets: [ghcr()],
          engine: FanOutEngine.none(),
          name: 'x',
        });
      },
      "'test/again' and 'test/fan-out' may both write Secret 'regcred' in one namespace, and would overwrite one another",
    ],
  ])('%s', (_, make, message) => {
    expect(make).toThrow(message);
  });

  test('a selector that finds none of the namespaces of the app is said', () => {
    const said = jest.spyOn(process, 'emitWarning').mockImplementation();
    const chart = fanOut({ engine: FanOutEngine.replicator(), createSourceNamespace: true });
    const namespace = (name: string, team: string) =>
      new ApiObject(chart, name, {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name, labels: { 'acme.com/team': team } },
      });
    namespace('shop-prod', 'Shop');
    Testing.synth(chart);
    expect(said.mock.calls).toEqual([
      [
        'test/fan-out: selects none of the namespaces that this app makes (shop-prod): are its labels written as the namespaces have them?',
        'RegcredWarning',
      ],
    ]);
  });

  test('one that finds one of them is not', () => {
    const said = jest.spyOn(process, 'emitWarning').mockImplementation();
    const chart = fanOut({});
    const metadata = { name: 'shop-prod', labels: { 'acme.com/team': 'shop' } };
    new ApiObject(chart, 'ns', { apiVersion: 'v1', kind: 'Namespace', metadata });
    Testing.synth(chart);
    expect(said).not.toHaveBeenCalled();
  });
});

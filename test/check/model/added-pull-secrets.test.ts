import { AddedPullSecrets } from '../../../src/check/model/added-pull-secrets';
import { refOf } from '../../../src/check/model/object-ref';
import { documentOf, type ManifestObject } from '../../../src/manifest';

const labelsOf = (namespace: string) => ({ team: namespace });

function kyverno(mutate: object, resources: object = { kinds: ['Pod'] }): ManifestObject {
  const rules = [{ name: 'add', match: { any: [{ resources }] }, mutate }];
  return { apiVersion: 'kyverno.io/v1', kind: 'ClusterPolicy', metadata: { name: 'add' }, spec: { rules } };
}

function admission(expression: string, matchResources?: object): ManifestObject[] {
  const apiVersion = 'admissionregistration.k8s.io/v1';
  const metadata = { name: 'add' };
  const mutations = [{ patchType: 'JSONPatch', jsonPatch: { expression } }];
  return [
    {
      apiVersion,
      kind: 'MutatingAdmissionPolicyBinding',
      metadata,
      spec: { policyName: 'add', ...(matchResources && { matchResources }) },
    },
    { apiVersion, kind: 'MutatingAdmissionPolicy', metadata, spec: { mutations } },
  ];
}

function read(...objects: ManifestObject[]): AddedPullSecrets {
  const added = new AddedPullSecrets(labelsOf);
  for (const object of objects) added.read(object, refOf(documentOf(object, 'policy.yaml'), 'default'));
  return added;
}

const shop = { namespaceSelector: { matchLabels: { team: 'shop' } } };
const patch = [{ op: 'add', path: '/spec/imagePullSecrets/-', value: { name: 'regcred' } }];

test.each<[string, ManifestObject[], string[]]>([
  ['a JSON patch, as JSON', [kyverno({ patchesJson6902: JSON.stringify(patch) })], ['regcred']],
  [
    'a JSON patch, as YAML',
    [kyverno({ patchesJson6902: '- op: add\n  path: /spec/imagePullSecrets\n  value: [{name: a}, {name: b}]\n' })],
    ['a', 'b'],
  ],
  ['a merge', [kyverno({ patchStrategicMerge: { spec: { imagePullSecrets: [{ name: 'regcred' }] } } })], ['regcred']],
  [
    'a patch of something else',
    [kyverno({ patchesJson6902: '- {op: add, path: /spec/hostNetwork, value: true}' })],
    [],
  ],
  ['a patch that is a template', [kyverno({ patchesJson6902: '- {{ request.object }' })], []],
  [
    'a rule that says the version of the kind',
    [kyverno({ patchesJson6902: patch }, { kinds: ['v1/Pod'] })],
    ['regcred'],
  ],
  ['a rule for a part of pods', [kyverno({ patchesJson6902: patch }, { kinds: ['Pod/status'] })], []],
  ['a rule for another kind', [kyverno({ patchesJson6902: JSON.stringify(patch) }, { kinds: ['Job'] })], []],
  [
    'an admission policy, whichever comes first',
    admission('[JSONPatch{op: "add", value: Object.spec.imagePullSecrets{name: "regcred"}}]'),
    ['regcred'],
  ],
  ['one that says it twice', admission("imagePullSecrets{name: 'a'} imagePullSecrets{ name: 'a' }"), ['a']],
  ['one that adds something else', admission('[JSONPatch{op: "add", path: "/metadata/labels"}]'), []],
])('to pods: %s', (_name, objects, secrets) => {
  expect(read(...objects).ofPods('shop')).toEqual(secrets);
});

test.each<[string, ManifestObject[]]>([
  ['Kyverno', [kyverno({ patchesJson6902: patch }, { kinds: ['Pod'], ...shop })]],
  ['the API server', admission("imagePullSecrets{name: 'regcred'}", shop)],
])('%s adds in the namespaces that it selects', (_name, objects) => {
  const added = read(...objects);
  expect(added.ofPods('shop')).toEqual(['regcred']);
  expect(added.ofPods('search')).toEqual([]);
});

test.each<[string, object, string[]]>([
  ['a name', { namespaces: ['shop', 'cart'] }, ['regcred']],
  ['a wildcard', { namespaces: ['sh*'] }, ['regcred']],
  ['another name', { namespaces: ['search'] }, []],
  ['another wildcard', { namespaces: ['*-shop'] }, []],
  ['a list without a name', { namespaces: [] }, ['regcred']],
])('Kyverno adds in the namespaces that it lists: %s', (_name, resources, secrets) => {
  const added = read(kyverno({ patchesJson6902: patch }, { kinds: ['Pod'], ...resources }));
  expect(added.ofPods('shop')).toEqual(secrets);
});

test.each<[string, object, string[]]>([
  ['nothing but the kind', {}, []],
  ['the namespace', { namespaces: ['shop'], ...shop }, []],
  ['labels of the pod', { selector: { matchLabels: { app: 'api' } } }, ['regcred']],
  ['annotations of the pod', { annotations: { 'acme.com/private': 'true' } }, ['regcred']],
  ['names of pods', { names: ['api-*'] }, ['regcred']],
])('Kyverno asks for %s', (_name, resources, believed) => {
  const added = read(kyverno({ patchesJson6902: patch }, { kinds: ['Pod'], ...resources }));
  expect(added.believed('shop', 'default')).toEqual(believed);
});

const expressions = (kind: string, spec: object = {}) => ({
  apiVersion: 'policies.kyverno.io/v1',
  kind,
  metadata: { name: 'add', namespace: 'shop' },
  spec: {
    mutations: [
      {
        patchType: 'JSONPatch',
        jsonPatch: {
          expression: `has(object.spec.imagePullSecrets)
            ? [JSONPatch{op: "add", path: "/spec/imagePullSecrets/0", value: {"name": "regcred"}}]
            : [JSONPatch{op: "add", path: "/spec/imagePullSecrets", value: [{"name": "regcred"}]}]`,
        },
      },
    ],
    ...spec,
  },
});
const within = (policy: ManifestObject) => ({ ...policy, metadata: { name: 'add', namespace: 'shop' } });

test.each<[string, ManifestObject, string[]]>([
  ['ClusterPolicy', within(kyverno({ patchesJson6902: patch })), ['regcred']],
  ['Policy', { ...within(kyverno({ patchesJson6902: patch })), kind: 'Policy' }, []],
  ['MutatingPolicy', expressions('MutatingPolicy'), ['regcred']],
  ['MutatingPolicy that selects namespaces', expressions('MutatingPolicy', { matchConstraints: shop }), []],
  ['NamespacedMutatingPolicy', expressions('NamespacedMutatingPolicy'), []],
  ['GeneratingPolicy', expressions('GeneratingPolicy'), []],
])('a %s in the namespace shop: to pods there, and of search', (kind, policy, elsewhere) => {
  const added = read(policy);
  expect(added.ofPods('shop')).toEqual(kind === 'GeneratingPolicy' ? [] : ['regcred']);
  expect(added.ofPods('search')).toEqual(elsewhere);
});

test('what several mutations add, for kinds of their own, is believed once', () => {
  const conditions = { matchConditions: [{ name: 'ours', expression: 'true' }] };
  const policy = expressions('MutatingPolicy', conditions);
  const { mutations } = policy.spec;
  const added = read({ ...policy, spec: { ...policy.spec, mutations: [...mutations, ...mutations] } });
  expect(added.believed('shop', 'default')).toEqual(['regcred']);
});

test('a Policy without a namespace holds in the one that objects are taken to be in', () => {
  const added = read({ ...kyverno({ patchesJson6902: patch }), kind: 'Policy' });
  expect(added.ofPods('default')).toEqual(['regcred']);
  expect(added.ofPods('shop')).toEqual([]);
});

test.each<[string, object]>([
  [
    'that asks for an image',
    { spec: { containers: [{ '<(image)': 'ghcr.io/*' }], imagePullSecrets: [{ name: 'regcred' }] } },
  ],
  ['for pods without a list', { spec: { '+(imagePullSecrets)': [{ name: 'regcred' }] } }],
])('a merge of Kyverno %s is believed', (_name, patchStrategicMerge) => {
  const added = read(kyverno({ patchStrategicMerge }));
  expect(added.ofPods('shop')).toEqual(['regcred']);
  expect(added.believed('shop', 'default')).toEqual(['regcred']);
});

test.each<[string, string]>([
  ['a path', '[JSONPatch{op: "add", path: "/imagePullSecrets/-", value: {"name": "regcred"}}]'],
  ['a type', '[JSONPatch{op: "add", value: Object.imagePullSecrets{name: "regcred"}}]'],
])('an admission policy adds to accounts, by %s', (_name, expression) => {
  const added = read(...admission(expression));
  expect(added.ofAccount('shop', 'default')).toEqual(['regcred']);
  expect(added.ofPods('shop')).toEqual([]);
});

test('a policy of the API server says itself where it holds, and for which pods', () => {
  const [binding, policy] = admission("imagePullSecrets{name: 'regcred'}") as [ManifestObject, ManifestObject];
  const limited = (matchConstraints: object) =>
    read(binding, { ...policy, spec: { ...(policy.spec as object), matchConstraints } });
  expect(limited(shop).ofPods('shop')).toEqual(['regcred']);
  expect(limited(shop).ofPods('search')).toEqual([]);
  expect(limited(shop).believed('shop', 'default')).toEqual([]);
  const labelled = limited({ objectSelector: { matchLabels: { app: 'api' } } });
  expect(labelled.believed('shop', 'default')).toEqual(['regcred']);
});

test('to accounts, by a wildcard', () => {
  const patchesJson6902 = [{ op: 'add', path: '/imagePullSecrets/-', value: { name: 'regcred' } }];
  const added = read(kyverno({ patchesJson6902 }, { kinds: ['ServiceAccount'], names: ['app-*'] }));
  expect(added.ofAccount('shop', 'app-api')).toEqual(['regcred']);
  expect(added.ofAccount('shop', 'default')).toEqual([]);
});

test('to accounts, to those that are named', () => {
  const patchesJson6902 = [{ op: 'add', path: '/imagePullSecrets/-', value: { name: 'regcred' } }];
  const added = read(kyverno({ patchesJson6902 }, { kinds: ['ServiceAccount'], names: ['default'] }));
  expect(added.ofAccount('shop', 'default')).toEqual(['regcred']);
  expect(added.ofAccount('shop', 'api')).toEqual([]);
  expect(added.ofPods('shop')).toEqual([]);
});

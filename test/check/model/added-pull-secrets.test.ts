import { AddedPullSecrets } from '../../../src/check/model/added-pull-secrets';
import type { ManifestObject } from '../../../src/manifest';

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
  for (const object of objects) added.read(object);
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

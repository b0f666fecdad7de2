import { Testing } from 'cdk8s';
import { FanOutEngine, type NamespaceFanOutProps, PodBinding } from '../../src';
import { explainPull } from '../../src/check';
import { documentOf } from '../../src/manifest';
import { fanOut } from '../fan-out/fan-out-documents';
import { pod, secret as pullSecret } from './objects';

const question = { image: 'ghcr.io/acme/api:1', namespace: 'shop' };
const whyOf = (...objects: object[]) =>
  explainPull(
    objects.map((object, i) => documentOf(object as never, `${i}.yaml`)),
    question,
  ).map(({ why }) => why)[0];

const BELIEF = "; a policy adds 'regcred', and its conditions are believed to hold";

const patchesJson6902 = '- {op: add, path: /spec/imagePullSecrets/-, value: {name: regcred}}';
const kyverno = (conditions: object, kind = 'Pod', patch: object = { patchesJson6902 }) => ({
  apiVersion: 'kyverno.io/v1',
  kind: 'ClusterPolicy',
  metadata: { name: 'add' },
  spec: { rules: [{ name: 'add', match: { any: [{ resources: { kinds: [kind] } }] }, mutate: patch, ...conditions }] },
});
const admission = (conditions: object) => [
  {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'MutatingAdmissionPolicy',
    metadata: { name: 'add' },
    spec: {
      mutations: [{ jsonPatch: { expression: "Object.spec.imagePullSecrets{name: 'regcred'}" } }],
      ...conditions,
    },
  },
  {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'MutatingAdmissionPolicyBinding',
    metadata: { name: 'add' },
    spec: { policyName: 'add' },
  },
];
const secret = pullSecret(['ghcr.io'], { namespace: 'shop' });
const asking = pod({ namespace: 'shop', image: question.image });
const precondition = { preconditions: { all: [{ key: '{{ a }}', operator: 'Equals', value: 'b' }] } };

test.each<[string, object[]]>([
  ['a precondition of Kyverno', [kyverno(precondition)]],
  ['a precondition of Kyverno, as a list', [kyverno({ preconditions: precondition.preconditions.all })]],
  ['an exclusion of Kyverno', [kyverno({ exclude: { any: [{ resources: { namespaces: ['shop'] } }] } })]],
  [
    'a precondition on the account',
    [kyverno(precondition, 'ServiceAccount', { patchStrategicMerge: { imagePullSecrets: [{ name: 'regcred' }] } })],
  ],
  ['a match condition', admission({ matchConditions: [{ name: 'team', expression: "object.x == 'y'" }] })],
  ['a variable', admission({ variables: [{ name: 'excluded', expression: 'true' }] })],
])('%s is said to be believed where it decides', (_, policies) => {
  const credential = "the kubelet logs in with the key 'ghcr.io' of Secret 'regcred'";
  expect(whyOf(...policies, secret, asking)).toBe(credential + BELIEF);
  // for a pod that would be, too
  expect(whyOf(...policies, secret)).toBe(credential + BELIEF);
});

test.each<[string, object[]]>([
  ['a rule without conditions', [kyverno({}), asking]],
  ['empty conditions', [kyverno({ preconditions: { all: [] }, exclude: {} }), asking]],
  ['another rule that has none', [kyverno(precondition), kyverno({}), asking]],
  ['a policy without conditions', [...admission({}), asking]],
  [
    'a pod that lists it itself',
    [kyverno(precondition), pod({ namespace: 'shop', image: question.image, secrets: ['regcred'] })],
  ],
  [
    'a policy whose condition every pod of a workload meets',
    [...admission({ matchConditions: [{ name: 'not-a-node' }] }), asking],
  ],
])('nothing is said of %s', (_, objects) => {
  expect(whyOf(secret, ...objects)).not.toContain('believed');
});

test('nothing is said where the policy changes nothing', () => {
  expect(whyOf(kyverno(precondition), asking)).not.toContain('believed');
});

test.each<[string, Partial<NamespaceFanOutProps>]>([
  ['the annotation that excludes a namespace', { podBinding: PodBinding.ADMISSION_POLICY }],
  ['the preconditions of Kyverno', { podBinding: PodBinding.KYVERNO }],
])('so it is with %s', (_, props) => {
  const objects = Testing.synth(fanOut({ engine: FanOutEngine.replicator(), ...props }));
  expect(whyOf(...objects, asking)).toContain(BELIEF);
});

import {
  NamespaceSelector,
  PolicyEngine,
  PolicyMode,
  PullSecret,
  RegistryPolicy,
  type RegistryPolicyProps,
  ServiceAccountBinding,
} from '../../src';
import { documentOf, ghcr, newChart, yamlOf } from './synth';

function policy(props: RegistryPolicyProps) {
  const chart = newChart('team');
  new RegistryPolicy(chart, 'policy', props);
  return chart;
}

test('a policy is what is always true of it, a ConfigMap with its lists, and a binding that says where and how', () => {
  const chart = policy({ pullSecrets: [ghcr()], allowedImages: ['registry.k8s.io'], requirePullSecret: true });
  expect(yamlOf(chart).split('\nspec:')[0]).toMatchInlineSnapshot(`
"apiVersion: v1
kind: ConfigMap
metadata:
  name: regcred
  namespace: kube-system
data:
  allowed: |-
    registry.k8s.io
    ghcr.io
  pullSecrets: regcred
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata:
  name: regcred"
`);
  expect(documentOf(chart, 'ValidatingAdmissionPolicyBinding')).toMatchInlineSnapshot(`
{
  "apiVersion": "admissionregistration.k8s.io/v1",
  "kind": "ValidatingAdmissionPolicyBinding",
  "metadata": {
    "name": "regcred",
  },
  "spec": {
    "matchResources": {
      "namespaceSelector": {
        "matchExpressions": [
          {
            "key": "kubernetes.io/metadata.name",
            "operator": "NotIn",
            "values": [
              "kube-system",
              "kube-public",
              "kube-node-lease",
            ],
          },
        ],
      },
    },
    "paramRef": {
      "name": "regcred",
      "namespace": "kube-system",
      "parameterNotFoundAction": "Deny",
    },
    "policyName": "regcred",
    "validationActions": [
      "Deny",
    ],
  },
}
`);
  expect(documentOf(chart, 'ValidatingAdmissionPolicy').spec.paramKind).toEqual({
    apiVersion: 'v1',
    kind: 'ConfigMap',
  });
});

test('a policy without lists has no parameters', () => {
  const chart = policy({ refuseLatest: true });
  expect(yamlOf(chart)).not.toContain('ConfigMap');
  expect(documentOf(chart, 'ValidatingAdmissionPolicyBinding').spec).not.toHaveProperty('paramRef');
});

test.each([
  [PolicyMode.DRY_RUN, ['Audit'], 'Audit'],
  [PolicyMode.WARN, ['Warn', 'Audit'], 'Audit'],
  [PolicyMode.ENFORCE, ['Deny'], 'Enforce'],
])('%s: the API server does %j, Kyverno %s', (mode, actions, failureAction) => {
  const binding = documentOf(policy({ mode, refuseLatest: true }), 'ValidatingAdmissionPolicyBinding');
  expect(binding.spec.validationActions).toEqual(actions);
  const kyverno = documentOf(policy({ mode, refuseLatest: true, engine: PolicyEngine.KYVERNO }), 'ClusterPolicy');
  expect(kyverno.spec.rules[0].validate.failureAction).toBe(failureAction);
});

test('Kyverno gets the same expressions, with the lists written out', () => {
  const props = { allowedImages: ['ghcr.io/acme'], refuseLatest: true, requireDigest: true };
  const { spec } = documentOf(policy(props), 'ValidatingAdmissionPolicy');
  const { validate } = documentOf(policy({ ...props, engine: PolicyEngine.KYVERNO }), 'ClusterPolicy').spec.rules[0];
  expect(validate.cel.expressions).toEqual(spec.validations);
  expect(validate.cel.variables.slice(1)).toEqual(spec.variables.slice(1));
  expect([spec.variables[0], validate.cel.variables[0]]).toEqual([
    { name: 'allowed', expression: "params.data['allowed'].split('\\n')" },
    { name: 'allowed', expression: "['ghcr.io/acme']" },
  ]);
});

describe('what cannot be', () => {
  test.each<[string, RegistryPolicyProps, string]>([
    ['a policy that refuses nothing', {}, 'the policy allows everything: give allowedImages'],
    [
      'a pull secret that is required and not named',
      { refuseLatest: true, requirePullSecret: true },
      "requirePullSecret needs 'pullSecrets': it is empty, name at least one",
    ],
    [
      'no account at all',
      { serviceAccounts: [] },
      "a policy on accounts needs 'serviceAccounts': it is empty, name at least one",
    ],
    [
      'more patterns than an expression can look at',
      { allowedImages: Array.from({ length: 201 }, (_, i) => `r${i}.example.com`) },
      'a policy holds at most 200 registries and repositories: got 201',
    ],
  ])('%s', (_, props, message) => {
    expect(() => policy(props)).toThrow(message);
  });

  const everywhere = { namespaces: NamespaceSelector.everything() };
  const platform = ['registry.k8s.io'];
  test.each<[string, RegistryPolicyProps, string]>([
    [
      'registries',
      { ...everywhere, allowedImages: ['ghcr.io'] },
      "refuses 'registry.k8s.io/kube-apiserver:v1.37.2' (foreign)",
    ],
    ['digests', { ...everywhere, requireDigest: true }, "refuses 'registry.k8s.io/kube-apiserver:v1.37.2' (unpinned)"],
    [
      'pull secrets',
      {
        ...everywhere,
        allowedImages: platform,
        pullSecrets: [PullSecret.existing('regcred')],
        requirePullSecret: true,
      },
      'wants a pull secret (regcred) of every pod there',
    ],
    [
      'accounts',
      { ...everywhere, serviceAccounts: [ServiceAccountBinding.patchDefault()] },
      'knows only the accounts default',
    ],
    [
      'a namespace by name',
      { namespaces: NamespaceSelector.names('kube-system'), allowedImages: ['ghcr.io'] },
      'refuses',
    ],
    // nobody knows the labels of kube-system, so it may have this one
    ['labels', { namespaces: NamespaceSelector.labels({ team: 'a' }), allowedImages: ['ghcr.io'] }, 'refuses'],
  ])("a policy that would stop the cluster's own pods: %s", (_, props, why) => {
    expect(() => policy(props)).toThrow(
      new RegExp(`the policy reaches the namespace 'kube-system' and .*${why.replace(/[()]/g, '\\$&')}`),
    );
  });

  test.each([
    ['only warns', { ...everywhere, allowedImages: ['ghcr.io'], mode: PolicyMode.WARN }],
    ['leaves the namespace out', { allowedImages: ['ghcr.io'] }],
    ['allows what is there', { ...everywhere, allowedImages: ['ghcr.io', ...platform], refuseLatest: true }],
  ])('the same policy is fine where it %s', (_, props) => {
    expect(() => policy(props)).not.toThrow();
  });
});

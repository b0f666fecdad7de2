import { namesReach, selectorReaches } from '../../../src/check/model/fan-out';
import type { ManifestObject } from '../../../src/manifest';
import { check, pod, secret, verdicts } from '../objects';

test.each([
  ['app', 'app', true],
  ['app', 'app2', false],
  ['a, b ,app', 'app', true],
  ['', 'app', false],
  ['.*', 'app', true],
  ['team-.*', 'team-a', true],
  ['team-.*', 'steam-a', false],
  ['team-.*-prod', 'team-a-prod', true],
  ['team-.*-prod', 'team-prod', false],
  ['.*-b-.*', 'a-b-c', true],
  ['^app$', 'app', true],
  ['^team-.*$', 'app', false],
  // what is cleverer is believed where it begins so
  ['team-[0-9]+', 'team-a', true],
  ['team-[0-9]+', 'app', false],
  ['teams?-a', 'team-a', true],
  ['teams?-a', 'tea', false],
  ['team-a|app', 'app', true],
  ['(a|b)pp', 'app', true],
])('the names %j reach %s: %s', (list, namespace, expected) => {
  expect(namesReach(list, namespace)).toBe(expected);
});

test.each<[object, boolean]>([
  [{}, true],
  [{ matchLabels: { team: 'a' } }, true],
  [{ matchLabels: { team: 'b' } }, false],
  [{ matchLabels: { 'kubernetes.io/metadata.name': 'app' } }, true],
  [{ matchExpressions: [{ key: 'team', operator: 'In', values: ['a', 'b'] }] }, true],
  [{ matchExpressions: [{ key: 'team', operator: 'NotIn', values: ['a'] }] }, false],
  [{ matchExpressions: [{ key: 'team', operator: 'Exists' }] }, true],
  [{ matchExpressions: [{ key: 'zone', operator: 'DoesNotExist' }] }, true],
  [{ matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['app'] }] }, false],
  [{ matchExpressions: [{ key: 'team', operator: 'Gt', values: ['1'] }] }, false],
])('the selector %j on a namespace with team=a: %s', (selector, expected) => {
  expect(selectorReaches(selector, 'app', () => ({ team: 'a' }))).toBe(expected);
});

test('a namespace that no manifest has is believed to have the labels, but not another name', () => {
  const unknown = () => undefined;
  expect(selectorReaches({ matchLabels: { team: 'a' } }, 'app', unknown)).toBe(true);
  expect(selectorReaches({ matchLabels: { 'kubernetes.io/metadata.name': 'b' } }, 'app', unknown)).toBe(false);
});

describe('a copy in the namespace of the pod', () => {
  const own = pod({ secrets: ['regcred'] });
  const source = (annotations: object, keys = ['ghcr.io']) =>
    secret(keys, { metadata: { name: 'regcred', namespace: 'infra', annotations } });
  const reflect = 'reflector.v1.k8s.emberstack.com';
  const replicate = 'replicator.v1.mittwald.de';
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'app', labels: { team: 'a' } } };
  const reflected = (annotations: Record<string, string>) =>
    source(
      Object.fromEntries(Object.entries(annotations).map(([name, value]) => [`${reflect}/reflection-${name}`, value])),
    );
  const both = { allowed: 'true', 'auto-enabled': 'true' };
  test.each<[string, Record<string, string>, string]>([
    ['everywhere', both, 'opaque'],
    ['in words that .NET reads', { allowed: 'True', 'auto-enabled': 'true' }, 'opaque'],
    ['where nobody is allowed', { 'auto-enabled': 'true' }, 'missing'],
    ['not by itself', { allowed: 'true' }, 'missing'],
    ['here', { ...both, 'auto-namespaces': 'app,b' }, 'opaque'],
    ['elsewhere', { ...both, 'auto-namespaces': 'b' }, 'missing'],
    ['everywhere, by a list with nothing in it', { ...both, 'auto-namespaces': '' }, 'opaque'],
    ['where it is allowed', { ...both, 'auto-namespaces': '', 'allowed-namespaces': 'b' }, 'missing'],
    ['here, and allowed elsewhere', { ...both, 'auto-namespaces': 'app', 'allowed-namespaces': 'b' }, 'missing'],
    ['elsewhere, and allowed here', { ...both, 'auto-namespaces': 'b', 'allowed-namespaces': 'app' }, 'missing'],
    ['here, and allowed here', { ...both, 'auto-namespaces': 'app', 'allowed-namespaces': 'a.*,b' }, 'opaque'],
    ['by labels', { ...both, 'auto-namespaces-selector': 'team=a' }, 'opaque'],
    ['by other labels', { ...both, 'auto-namespaces-selector': 'team=b' }, 'missing'],
    ['by a name or by labels', { ...both, 'auto-namespaces': 'b', 'auto-namespaces-selector': 'team=a' }, 'opaque'],
    [
      'here, and allowed by other labels',
      { ...both, 'auto-namespaces': 'app', 'allowed-namespaces-selector': 'team=b' },
      'missing',
    ],
  ])('of the reflector, %s', (_name, annotations, expected) => {
    expect(verdicts([reflected(annotations), namespace, own])).toEqual([expected]);
  });

  test.each<[string, ManifestObject, string]>([
    ['replicator, here', source({ [`${replicate}/replicate-to`]: 'a.*' }), 'opaque'],
    ['replicator, elsewhere', source({ [`${replicate}/replicate-to`]: 'b' }), 'missing'],
    ['replicator, by labels', source({ [`${replicate}/replicate-to-matching`]: 'team=a' }), 'opaque'],
    ['a source for another registry', source({ [`${replicate}/replicate-to`]: '.*' }, ['quay.io']), 'missing'],
    ['no annotation', source({}), 'missing'],
  ])('%s', (_name, object, expected) => {
    expect(verdicts([object, own])).toEqual([expected]);
  });

  const auto = { [`${reflect}/reflection-allowed`]: 'true', [`${reflect}/reflection-auto-enabled`]: 'true' };
  const type = 'kubernetes.io/dockerconfigjson';
  const metadata = { name: 'regcred', namespace: 'infra' };
  test.each<[string, ManifestObject]>([
    [
      'an ExternalSecret',
      {
        apiVersion: 'external-secrets.io/v1',
        kind: 'ExternalSecret',
        metadata,
        spec: { target: { template: { type, metadata: { annotations: auto } } } },
      },
    ],
    [
      'an ExternalSecret that has them itself',
      {
        apiVersion: 'external-secrets.io/v1',
        kind: 'ExternalSecret',
        metadata: { ...metadata, annotations: auto },
        spec: { target: { template: { type } } },
      },
    ],
    [
      'a SealedSecret',
      {
        apiVersion: 'bitnami.com/v1alpha1',
        kind: 'SealedSecret',
        metadata,
        spec: { template: { type, metadata: { annotations: auto } } },
      },
    ],
    [
      'a VaultStaticSecret',
      {
        apiVersion: 'secrets.hashicorp.com/v1beta1',
        kind: 'VaultStaticSecret',
        metadata,
        spec: { destination: { name: 'regcred', type, create: true, annotations: auto } },
      },
    ],
  ])('of the Secret of %s, which is made with the annotations', (_name, object) => {
    expect(verdicts([object, own])).toEqual(['opaque']);
  });

  const cluster = (spec: object): ManifestObject => ({
    apiVersion: 'external-secrets.io/v1',
    kind: 'ClusterExternalSecret',
    metadata: { name: 'regcred' },
    spec: { externalSecretSpec: { target: { template: { type: 'kubernetes.io/dockerconfigjson' } } }, ...spec },
  });
  test.each<[string, object, string]>([
    ['by name', { namespaces: ['app'] }, 'opaque'],
    ['by label', { namespaceSelectors: [{ matchLabels: { team: 'a' } }] }, 'opaque'],
    ['by the old field', { namespaceSelector: { matchLabels: { team: 'a' } } }, 'opaque'],
    ['by another label', { namespaceSelectors: [{ matchLabels: { team: 'b' } }] }, 'missing'],
    ['nowhere', {}, 'missing'],
    ['under another name', { namespaces: ['app'], externalSecretName: 'other' }, 'missing'],
  ])('a ClusterExternalSecret, %s', (_name, spec, expected) => {
    expect(verdicts([cluster(spec), namespace, own])).toEqual([expected]);
  });

  const kyverno = (resources: object): ManifestObject => ({
    apiVersion: 'kyverno.io/v1',
    kind: 'ClusterPolicy',
    metadata: { name: 'copy' },
    spec: {
      rules: [
        {
          name: 'copy',
          match: { any: [{ resources: { kinds: ['Namespace'], ...resources } }] },
          generate: { kind: 'Secret', name: 'regcred', clone: { namespace: 'infra', name: 'regcred' } },
        },
      ],
    },
  });
  test.each<[string, object, string]>([
    ['everywhere', {}, 'opaque'],
    ['by name', { names: ['app'] }, 'opaque'],
    ['by a wildcard', { names: ['b', 'a*'] }, 'opaque'],
    ['elsewhere', { names: ['team-*'] }, 'missing'],
    ['by label', { selector: { matchLabels: { team: 'b' } } }, 'missing'],
  ])('a clone of Kyverno, %s', (_name, resources, expected) => {
    expect(verdicts([kyverno(resources), source({}), namespace, own])).toEqual([expected]);
  });

  test('a copy says what it is one of', () => {
    const [image] = check([source({ [`${replicate}/replicate-to`]: 'app' }), own]).images;
    expect(image?.why).toBe("Secret 'regcred', a copy of 'infra/regcred', which says that it covers the image");
  });

  test('a policy of Kyverno with a namespace may not be for namespaces, and clones nothing', () => {
    const policy = { ...kyverno({}), kind: 'Policy', metadata: { name: 'copy', namespace: 'app' } };
    expect(verdicts([policy, source({}), namespace, own])).toEqual(['missing']);
  });

  const generating = (expression: string, match: object = {}, resources = ['namespaces']): ManifestObject => ({
    apiVersion: 'policies.kyverno.io/v1',
    kind: 'GeneratingPolicy',
    metadata: { name: 'copy' },
    spec: {
      matchConstraints: {
        resourceRules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources }],
        ...match,
      },
      variables: [{ name: 'source', expression }],
      generate: [{ expression: 'generator.Apply(object.metadata.name, [variables.source])' }],
    },
  });
  const get = 'resource.Get("v1", "secrets", "infra", "regcred")';
  test.each<[string, ManifestObject, string]>([
    ['everywhere', generating(get), 'opaque'],
    ['in other words', generating("resource.get( 'v1','secrets','infra','regcred' )"), 'opaque'],
    ['by label', generating(get, { objectSelector: { matchLabels: { team: 'a' } } }), 'opaque'],
    ['by another label', generating(get, { namespaceSelector: { matchLabels: { team: 'b' } } }), 'missing'],
    ['for another kind', generating(get, {}, ['configmaps']), 'missing'],
    ['of another kind', generating('resource.Get("v1", "configmaps", "infra", "regcred")'), 'missing'],
    ['of another name', generating('resource.Get("v1", "secrets", "infra", "other")'), 'missing'],
  ])('a clone by an expression of Kyverno, %s', (_name, policy, expected) => {
    expect(verdicts([policy, source({}), namespace, own])).toEqual([expected]);
  });
});

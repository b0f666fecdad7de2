import { type check, findings, PUBLIC, pod, secret } from '../objects';

const found = (...objects: Parameters<typeof check>[0]) => findings('wrong-secret-type', objects);
const pull = pod({ secrets: ['regcred'] });

test.each<[string, Parameters<typeof secret>[1], string]>([
  [
    'Opaque',
    { type: 'Opaque' },
    "type: Secret 'regcred' is named as a pull secret, but the kubelet ignores it: its type is 'Opaque'",
  ],
  [
    'no type',
    { type: undefined },
    "type: Secret 'regcred' is named as a pull secret, but the kubelet ignores it: its type is 'Opaque'",
  ],
  [
    'the wrong key',
    { data: { 'config.json': 'e30=' } },
    'data[".dockerconfigjson"]: Secret \'regcred\' is named as a pull secret, but the kubelet ignores it: ' +
      "a Secret of type 'kubernetes.io/dockerconfigjson' has its logins under '.dockerconfigjson', and this one has only 'config.json'",
  ],
  [
    'the key of the other type',
    { type: 'kubernetes.io/dockercfg' },
    'data[".dockercfg"]: Secret \'regcred\' is named as a pull secret, but the kubelet ignores it: ' +
      "a Secret of type 'kubernetes.io/dockercfg' has its logins under '.dockercfg', and this one has only '.dockerconfigjson'",
  ],
])('hit: %s', (_name, fields, expected) => {
  expect(found(secret(['ghcr.io'], fields), pull)).toEqual([`error Secret/regcred ${expected}`]);
});

test('hit: an ExternalSecret without a template type makes an Opaque Secret', () => {
  const external = {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name: 'regcred', namespace: 'app' },
    spec: {},
  };
  expect(found(external, pull)).toEqual([
    "error ExternalSecret/regcred spec.target.template.type: Secret 'regcred' is named as a pull secret, but the kubelet ignores it: its type is 'Opaque'",
  ]);
});

test('hit: a warning where nothing lacks a login', () => {
  expect(found(secret(['ghcr.io'], { type: 'Opaque' }), pod({ secrets: ['regcred'], image: PUBLIC }))).toHaveLength(1);
  expect(found(secret(['ghcr.io'], { type: 'Opaque' }), pod({ secrets: ['regcred'], image: PUBLIC }))[0]).toMatch(
    /^warning/,
  );
});

test('miss: the right type, or a Secret that nothing pulls with', () => {
  expect(found(secret(['ghcr.io']), pull)).toEqual([]);
  expect(found(secret(['ghcr.io'], { type: 'Opaque' }), pod())).toEqual([]);
});

import { type check, findings, PUBLIC, pod, secret } from '../objects';

const found = (...objects: Parameters<typeof check>[0]) => findings('wrong-secret-type', objects);
const pull = pod({ secrets: ['regcred'] });

/** A spec with the type of a pull secret in its template. */
function withType(spec: object, [step, ...path]: readonly string[]): object {
  const fields = spec as Readonly<Record<string, object>>;
  if (step === undefined) return { type: 'kubernetes.io/dockerconfigjson', ...fields };
  return { ...fields, [step]: withType(fields[step] ?? {}, path) };
}

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
  [
    'a value that is no text',
    { data: undefined, stringData: { '.dockerconfigjson': { auths: {} } } },
    'stringData[".dockerconfigjson"]: Secret \'regcred\' is named as a pull secret, but the kubelet ignores it: ' +
      "there is no text under '.dockerconfigjson'",
  ],
  [
    'an empty value',
    { data: { '.dockerconfigjson': '' } },
    'data[".dockerconfigjson"]: Secret \'regcred\' is named as a pull secret, but the kubelet ignores it: ' +
      "there is no text under '.dockerconfigjson'",
  ],
])('hit: %s', (_name, fields, expected) => {
  expect(found(secret(['ghcr.io'], fields), pull)).toEqual([`error Secret/regcred ${expected}`]);
});

const reasons = (...objects: Parameters<typeof check>[0]) =>
  found(...objects, pull).map((line) => line.slice(line.indexOf('ignores it: ') + 'ignores it: '.length));

test.each<[string, string, string[]]>([
  ['no auths around the logins', '{"ghcr.io":{"auth":"Ym90Omh1bnRlcjI="}}', ["its logins do not stand under 'auths'"]],
  [
    'a credential helper alone',
    '{"auths":{},"credsStore":"desktop"}',
    ["it has no login, only 'credsStore', which is for the machine that it was written on"],
  ],
  ['a placeholder', '{}', []],
  ['a placeholder with auths', '{"auths":{}}', []],
  ['auths in capitals, which Go reads', '{"AUTHS":{"ghcr.io":{"auth":"Ym90Omh1bnRlcjI="}}}', []],
])('a docker config with %s', (_name, text, expected) => {
  expect(reasons(secret(text))).toEqual(expected);
  expect(reasons(secret('', { data: undefined, stringData: { '.dockerconfigjson': text } }))).toEqual(expected);
});

test('hit: the old type with the shape of the new one', () => {
  const stringData = { '.dockercfg': '{"auths":{"ghcr.io":{"username":"bot","password":"hunter2"}}}' };
  expect(reasons(secret('', { type: 'kubernetes.io/dockercfg', data: undefined, stringData }))).toEqual([
    "its logins stand under 'auths', which is no part of type 'kubernetes.io/dockercfg'",
  ]);
});

test.each<[string, string, string, object, string | undefined]>([
  [
    'a template without the key',
    'external-secrets.io/v1',
    'ExternalSecret',
    { target: { template: { data: { config: '{}' } } } },
    'config',
  ],
  [
    'what is fetched under another key',
    'external-secrets.io/v1',
    'ExternalSecret',
    { data: [{ secretKey: 'dockerconfigjson' }], target: {} },
    'dockerconfigjson',
  ],
  [
    'a template beside what is fetched',
    'external-secrets.io/v1',
    'ExternalSecret',
    { data: [{ secretKey: '.dockerconfigjson' }], target: { template: { data: { a: '' }, mergePolicy: 'Merge' } } },
    undefined,
  ],
  [
    'a template elsewhere',
    'external-secrets.io/v1',
    'ExternalSecret',
    { target: { template: { data: { a: '' }, templateFrom: [{}] } } },
    undefined,
  ],
  [
    'whatever is extracted',
    'external-secrets.io/v1',
    'ExternalSecret',
    { data: [{ secretKey: 'a' }], dataFrom: [{}], target: {} },
    undefined,
  ],
  [
    'a sealed value of another key',
    'bitnami.com/v1alpha1',
    'SealedSecret',
    { encryptedData: { password: 'Ag' } },
    'password',
  ],
  [
    'a sealed value in a template',
    'bitnami.com/v1alpha1',
    'SealedSecret',
    { encryptedData: { p: 'Ag' }, template: { data: { '.dockerconfigjson': '{}' } } },
    undefined,
  ],
])('%s of what is made in the cluster', (_name, apiVersion, kind, fields, only) => {
  const spec = withType(fields, kind === 'SealedSecret' ? ['template'] : ['target', 'template']);
  expect(reasons({ apiVersion, kind, metadata: { name: 'regcred', namespace: 'app' }, spec })).toEqual(
    only === undefined
      ? []
      : [
          `a Secret of type 'kubernetes.io/dockerconfigjson' has its logins under '.dockerconfigjson', and this one has only '${only}'`,
        ],
  );
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

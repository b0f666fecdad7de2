import { explainPull } from '../../../src/check';
import { KEY_SENTENCES } from '../../../src/check/explain/key-sentence';
import { DockerConfig } from '../../../src/credential';
import { KeyReason } from '../../../src/keyring';
import { readManifests } from '../../../src/manifest';

/** A Secret with these server keys, the username being the key's place. */
function secret(name: string, ...keys: readonly string[]): string {
  const config = DockerConfig.fromLogins(
    keys.map((server, index) => ({ server, username: `u${index}`, password: 'p' })),
  );
  return `
apiVersion: v1
kind: Secret
metadata: { name: ${name}, namespace: payments }
type: kubernetes.io/dockerconfigjson
data: { .dockerconfigjson: ${config.toBase64()} }
---`;
}

function deployment(name: string, image: string, podSpec = ''): string {
  return `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: payments }
spec:
  template:
    spec:
      ${podSpec}
      containers: [{ name: main, image: "${image}" }]
---`;
}

const ACCOUNT = `
apiVersion: v1
kind: ServiceAccount
metadata: { name: api, namespace: payments }
imagePullSecrets: [{ name: first }, { name: second }]
---`;

const read = (...documents: readonly string[]) => readManifests(documents.join('\n'), { file: 'k8s.yaml' }).documents;
const AS_API = 'serviceAccountName: api';
const IMAGE = 'ghcr.io/acme/api:1';

test('keys of all Secrets in one order, and why the others are not tried', () => {
  const documents = read(
    ACCOUNT,
    secret('first', 'ghcr.io', 'GHCR.io/acme/'),
    secret('second', 'ghcr.io:443', 'ghcr.io/acme/'),
    deployment('api', IMAGE, AS_API),
  );
  expect(explainPull(documents, { image: IMAGE })).toMatchInlineSnapshot(`
[
  {
    "hasServiceAccount": true,
    "image": "ghcr.io/acme/api:1",
    "name": "ghcr.io/acme/api",
    "namespace": "payments",
    "pods": [
      {
        "container": "main",
        "kind": "Deployment",
        "name": "api",
        "namespace": "payments",
      },
    ],
    "pullSecretsFrom": "service-account",
    "secrets": [
      {
        "keys": [
          {
            "order": undefined,
            "serverKey": "GHCR.io/acme/",
            "suggestion": "ghcr.io/acme/",
            "username": "u1",
            "why": "has other capitals, and letters are compared as they are",
          },
          {
            "order": 2,
            "serverKey": "ghcr.io",
            "suggestion": undefined,
            "username": "u0",
            "why": "matches",
          },
        ],
        "name": "first",
        "note": undefined,
      },
      {
        "keys": [
          {
            "order": 1,
            "serverKey": "ghcr.io/acme/",
            "suggestion": undefined,
            "username": "u1",
            "why": "matches",
          },
          {
            "order": undefined,
            "serverKey": "ghcr.io:443",
            "suggestion": "ghcr.io",
            "username": "u0",
            "why": "has another port, and no port is not the same as 443",
          },
        ],
        "name": "second",
        "note": undefined,
      },
    ],
    "serviceAccount": "api",
    "verdict": "credential",
    "why": "the kubelet logs in with the key 'ghcr.io/acme/' of Secret 'second', then with 1 more",
  },
]
`);
});

test('without a tag, every tag is meant; with one, only that, unless no pod has it', () => {
  const documents = read(
    deployment('a', 'nginx:1.27'),
    deployment('b', 'docker.io/library/nginx:1.26'),
    deployment('c', 'nginx/x'),
  );
  const imagesOf = (image: string) => explainPull(documents, { image }).map((explanation) => explanation.image);
  expect(imagesOf('nginx')).toEqual(['nginx:1.27', 'docker.io/library/nginx:1.26']);
  expect(imagesOf('docker.io/nginx:1.27')).toEqual(['nginx:1.27']);
  expect(imagesOf('nginx:1.28')).toEqual(['nginx:1.27', 'docker.io/library/nginx:1.26']);
});

test('pods that come the same way are explained once', () => {
  const [explanation, ...others] = explainPull(read(deployment('a', IMAGE), deployment('b', IMAGE)), { image: IMAGE });
  expect(explanation?.pods.map(({ name }) => name)).toEqual(['a', 'b']);
  expect(others).toEqual([]);
});

describe('a pod that would have the image', () => {
  const documents = read(ACCOUNT, secret('first', 'ghcr.io'), deployment('api', IMAGE, AS_API));

  test.each([
    ['where no pod has it', { image: 'ghcr.io/acme/other' }, 'default', 'default', 'missing'],
    ['where no pod of the namespace has it', { image: IMAGE, namespace: 'shop' }, 'shop', 'default', 'missing'],
    [
      'where an account is named',
      { image: IMAGE, namespace: 'payments', serviceAccount: 'api' },
      'payments',
      'api',
      'credential',
    ],
  ])('%s', (_, question, namespace, serviceAccount, verdict) => {
    expect(explainPull(documents, question)).toMatchObject([{ pods: [], namespace, serviceAccount, verdict }]);
  });

  test('under an account that no manifest has', () => {
    expect(explainPull(documents, { image: IMAGE, serviceAccount: 'nobody' })).toMatchObject([
      { hasServiceAccount: false },
    ]);
    expect(explainPull(documents, { image: IMAGE, namespace: 'shop' })).toMatchObject([{ hasServiceAccount: true }]);
  });
});

test.each([
  ['missing', '', "not in namespace 'payments': the kubelet passes over it"],
  [
    'elsewhere',
    secret('gone', 'ghcr.io').replace('payments', 'shop'),
    "namespace 'shop' has one, but a pod reads only its own",
  ],
  [
    'malformed',
    secret('gone').replace(/dockerconfigjson: \S+/, 'dockerconfigjson: e30x'),
    'does not decode, so nothing of the pod is pulled',
  ],
  ['empty', secret('gone'), 'holds no login'],
  [
    'of another type',
    secret('gone', 'ghcr.io').replace('type: kubernetes.io/dockerconfigjson', 'type: Opaque'),
    'ignored: ',
  ],
])('a pull secret that is %s', (_, manifest, note) => {
  const documents = read(manifest, deployment('api', IMAGE, 'imagePullSecrets: [{ name: gone }]'));
  expect(explainPull(documents, { image: IMAGE })[0]?.secrets).toEqual([
    { name: 'gone', note: expect.stringContaining(note), keys: [] },
  ]);
});

test('a Secret that is declared', () => {
  const documents = read(deployment('api', IMAGE, 'imagePullSecrets: [{ name: regcred }]'));
  const options = { existingSecrets: [{ name: 'regcred', covers: ['ghcr.io/acme/'] }] };
  expect(explainPull(documents, { image: IMAGE }, options)[0]?.secrets).toEqual([
    { name: 'regcred', note: 'declared to be in the cluster, for ghcr.io/acme/', keys: [] },
  ]);
});

test('a Secret that is copied from another namespace', () => {
  const source = secret('regcred', 'ghcr.io').replaceAll('payments', 'infra');
  const copy = 'metadata: { annotations: { replicator.v1.mittwald.de/replicate-to: payments },';
  const documents = read(
    source.replace(/metadata: \{/, copy),
    deployment('api', IMAGE, 'imagePullSecrets: [{ name: regcred }]'),
  );
  expect(explainPull(documents, { image: IMAGE })[0]?.secrets).toEqual([
    { name: 'regcred', note: "a copy of 'infra/regcred', for ghcr.io", keys: [] },
  ]);
});

test('every reason of the keyring has a sentence', () => {
  expect(Object.keys(KEY_SENTENCES).sort()).toEqual(Object.values(KeyReason).sort());
});

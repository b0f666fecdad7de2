import { account, check, configText, PRIVATE, PUBLIC, pod, secret, verdicts } from './objects';

const own = { secrets: ['regcred'] };
const explain = (...args: Parameters<typeof check>) => {
  const [image] = check(...args).images;
  return `${image?.verdict}: ${image?.why}`;
};

test('credential: which key of which Secret, and the order that is tried', () => {
  const objects = [
    secret(['ghcr.io', 'ghcr.io/acme/']),
    secret(['ghcr.io'], { name: 'previous' }),
    pod({ secrets: ['previous', 'regcred'] }),
  ];
  const [image] = check(objects).images;
  expect(image?.why).toBe("the kubelet logs in with the key 'ghcr.io/acme/' of Secret 'regcred', then with 2 more");
  expect(image?.tried).toEqual([
    { secret: 'regcred', serverKey: 'ghcr.io/acme/' },
    { secret: 'previous', serverKey: 'ghcr.io' },
    { secret: 'regcred', serverKey: 'ghcr.io' },
  ]);
});

test('anonymous: no login matches, and the catalogue knows the image as public', () => {
  expect(explain([pod({ image: PUBLIC })])).toBe(
    'anonymous: no login matches, and the image is public (Kubernetes community images)',
  );
  expect(verdicts([pod({ image: 'nginx:1.27' })])).toEqual(['anonymous']);
  expect(verdicts([pod({ image: 'docker.io/library/nginx:1.27' })])).toEqual(['anonymous']);
});

test('missing: a host or a repository that is not known as public', () => {
  expect(explain([pod()])).toBe('missing: the pod has no pull secret');
  expect(verdicts([pod({ image: 'grafana/grafana:11.0.0' })])).toEqual(['missing']);
  expect(verdicts([pod({ image: 'registry.example.com/app:1' })])).toEqual(['missing']);
});

test('missing: what each Secret of the pod has to do with it', () => {
  const objects = [
    secret(['quay.io']),
    secret(['ghcr.io'], { name: 'opaque', type: 'Opaque' }),
    pod({ secrets: ['regcred', 'opaque', 'absent'] }),
  ];
  expect(explain(objects)).toBe(
    "missing: no login for 'ghcr.io': Secret 'regcred' has no login that matches; " +
      "Secret 'opaque' is ignored: its type is 'Opaque'; Secret 'absent' is not in namespace 'app'",
  );
});

test('malformed: one Secret that does not decode stops every pull of the pod, in the order of no one', () => {
  const bad = secret(configText({ 'quay.io': { auth: 'bm8tY29sb24=' } }), { name: 'bad' });
  const pods = [pod({ secrets: ['regcred', 'bad'], image: PUBLIC }), pod({ secrets: ['bad', 'regcred'] })];
  expect(verdicts([secret(['ghcr.io']), bad, ...pods])).toEqual(['malformed', 'malformed']);
  expect(verdicts([secret(['ghcr.io']), bad, pod(own)])).toEqual(['credential']);
});

test('malformed: an image that is no image name', () => {
  expect(explain([pod({ image: 'ghcr.io/Acme/api' })])).toBe(
    "malformed: no image name: repository must be lower case: got 'ghcr.io/Acme/api', write 'ghcr.io/acme/api'",
  );
  expect(explain([pod({ image: undefined, spec: { containers: [{ name: 'api' }] } })])).toBe(
    'malformed: no image name: there is none',
  );
  expect(explain([pod({ image: 1.27 })])).toBe(
    'malformed: no image name: YAML reads it as a number: put quotes around it',
  );
});

test('node: a pattern of a credential provider, when no Secret matches', () => {
  const nodeImages = ['*.dkr.ecr.*.amazonaws.com'];
  const image = '111122223333.dkr.ecr.eu-central-1.amazonaws.com/api:1.0.0';
  expect(explain([pod({ image })], { nodeImages })).toBe("node: the node has a login for '*.dkr.ecr.*.amazonaws.com'");
  expect(verdicts([secret(['*.dkr.ecr.eu-central-1.amazonaws.com']), pod({ ...own, image })], { nodeImages })).toEqual([
    'credential',
  ]);
});

test('node: what is never pulled must be there', () => {
  const spec = { containers: [{ name: 'api', image: PRIVATE, imagePullPolicy: 'Never' }] };
  expect(explain([pod({ spec })])).toBe('node: it is never pulled: the node must have the image');
});

test('public and private patterns override the catalogue, private over public', () => {
  expect(explain([pod()], { publicImages: ['ghcr.io/acme/*'] })).toBe(
    "anonymous: no login matches, and 'ghcr.io/acme/*' is declared public",
  );
  expect(verdicts([pod()], { publicImages: ['ghcr.io/acme'] })).toEqual(['anonymous']);
  expect(verdicts([pod()], { publicImages: ['ghcr.io/acme-evil/*'] })).toEqual(['missing']);
  expect(verdicts([pod({ image: PUBLIC })], { privateImages: ['registry.k8s.io/*'] })).toEqual(['missing']);
  expect(verdicts([pod()], { publicImages: ['ghcr.io/*'], privateImages: ['ghcr.io/acme/*'] })).toEqual(['missing']);
});

test.each(['', '*', 'nginx', 'ghcr.io/acme-*', 'ghcr.io/acme/*/app', 'ghcr.io:latest', 'https:// x'])(
  'the pattern %j can match no image',
  (pattern) => {
    expect(() => check([], { publicImages: [pattern] })).toThrow('an image pattern is a host or a host and a path');
  },
);

test('a Secret that is only declared counts as one that is there', () => {
  expect(explain([pod(own)], { existingSecrets: [{ name: 'regcred' }] })).toBe(
    "opaque: Secret 'regcred', which does not say what it covers",
  );
  expect(verdicts([pod(own)], { existingSecrets: [{ name: 'regcred', namespace: 'other' }] })).toEqual(['missing']);
  expect(verdicts([pod(own)], { existingSecrets: [{ name: 'regcred', covers: ['quay.io'] }] })).toEqual(['missing']);
  expect(verdicts([pod(own)], { existingSecrets: [{ name: 'regcred', covers: ['ghcr.io/acme/'] }] })).toEqual([
    'opaque',
  ]);
});

test('objects without a namespace are in the one that is given', () => {
  const objects = [secret(['ghcr.io'], { namespace: 'team' }), { ...pod(own), metadata: { name: 'api' } }];
  expect(verdicts(objects)).toEqual(['missing']);
  expect(verdicts(objects, { namespace: 'team' })).toEqual(['credential']);
  expect(check(objects).images[0]?.namespace).toBe('default');
});

test('a pod that the server names is named by its prefix', () => {
  const made = { ...pod(), metadata: { generateName: 'job-', namespace: 'app' } };
  expect(check([made]).images[0]?.name).toBe('job-*');
});

test.each<[string, Parameters<typeof secret>[1], string]>([
  [
    'the old type',
    { type: 'kubernetes.io/dockercfg', data: { '.dockercfg': btoa('{"ghcr.io":{"auth":"dTpw"}}') } },
    'credential',
  ],
  [
    'the old type with auths around',
    { type: 'kubernetes.io/dockercfg', data: { '.dockercfg': btoa('{"auths":{"ghcr.io":{"auth":"dTpw"}}}') } },
    'missing',
  ],
  [
    'stringData',
    { data: undefined, stringData: { '.dockerconfigjson': '{"auths":{"ghcr.io":{"auth":"dTpw"}}}' } },
    'credential',
  ],
  ['stringData over data', { stringData: { '.dockerconfigjson': '{"auths":{"quay.io":{"auth":"dTpw"}}}' } }, 'missing'],
  ['no auths around', { data: { '.dockerconfigjson': btoa('{"ghcr.io":{"auth":"dTpw"}}') } }, 'missing'],
  ['another key', { data: { config: btoa('{"auths":{}}') } }, 'missing'],
  ['no data', { data: undefined }, 'missing'],
  ['Opaque', { type: 'Opaque' }, 'missing'],
  ['no type', { type: undefined }, 'missing'],
  [
    'a number as username',
    { data: { '.dockerconfigjson': btoa('{"auths":{"ghcr.io":{"username":1}}}') } },
    'malformed',
  ],
  ['an empty entry', { data: { '.dockerconfigjson': btoa('{"auths":{"ghcr.io":{}}}') } }, 'credential'],
])('a Secret with %s', (_name, fields, verdict) => {
  expect(verdicts([secret(['ghcr.io'], fields), pod(own)])).toEqual([verdict]);
});

test('a later Secret of the same name replaces an earlier one', () => {
  expect(verdicts([secret(['quay.io']), secret(['ghcr.io']), pod(own)])).toEqual(['credential']);
});

test('a report shows no password, and no login that stands in a key', () => {
  const objects = [
    secret(
      [{ 'bot:hunter3@ghcr.io': { username: 'bot', password: 'hunter2' } }, { 'quay.io': { auth: 'aHVudGVyNA==' } }],
      { name: 'bad' },
    ),
    secret([
      {
        'bot:hunter3@ghcr.io': { username: 'bot', password: 'hunter2' },
        'index.docker.io/v1': { username: 'AWS', password: 'hunter2' },
      },
    ]),
    account('default', ['regcred']),
    pod(),
    pod({ secrets: ['bad'] }),
    pod({ image: 'bot:hunter5@ghcr.io/acme/api' }),
  ];
  expect(JSON.stringify(check(objects))).not.toMatch(/hunter|aHVudGVy/);
});

import { check, deployment, findings, PUBLIC, pod, secret } from '../objects';

const found = (...objects: Parameters<typeof check>[0]) => findings('missing-credential', objects);

test('hit: a private image, and no pull secret', () => {
  expect(found(deployment({ image: 'ghcr.io/acme/api:1' }))).toEqual([
    "error Deployment/api spec.template.spec.containers[0].image: 'ghcr.io/acme/api:1' has no credential: the pod has no pull secret",
  ]);
});

test('hit: pull secrets for other registries', () => {
  expect(found(secret(['quay.io']), pod({ secrets: ['regcred'], image: 'ghcr.io/acme/api:1' }))).toEqual([
    "error Pod/api spec.containers[0].image: 'ghcr.io/acme/api:1' has no credential: no login for 'ghcr.io': Secret 'regcred' has no login that matches",
  ]);
});

test.each<[string, Parameters<typeof check>[0], string]>([
  [
    'no pull secret',
    [pod({ account: 'api' })],
    "make a Secret with a login for 'ghcr.io' in namespace 'app', and name it in imagePullSecrets of ServiceAccount 'api' or of the pod; if the image is public, declare 'ghcr.io/acme/api' public",
  ],
  [
    'a pull secret',
    [secret(['quay.io']), pod({ secrets: ['regcred'], image: 'acme/api:1' })],
    "put a login for 'https://index.docker.io/v1/' into Secret 'regcred' of namespace 'app'; if the image is public, declare 'docker.io/acme/api' public",
  ],
  [
    'a host in capitals beside one that is not',
    [
      secret(['registry.example.com']),
      pod({ secrets: ['regcred'], image: 'registry.example.com/api:1' }),
      pod({ secrets: ['regcred'], image: 'REGISTRY.example.com/api:1' }),
    ],
    "write the image in small letters, 'registry.example.com/api'",
  ],
  [
    'a static pod',
    [pod({ annotations: { 'kubernetes.io/config.source': 'file' } })],
    "give the node a login for 'ghcr.io': a static pod reads no Secret; if the image is public, declare 'ghcr.io/acme/api' public",
  ],
])('the fix for %s', (_name, objects, fix) => {
  expect(check(objects).findings.find(({ rule }) => rule === 'missing-credential')?.fix).toBe(fix);
});

test('miss: a login, a public image, or another rule that explains it', () => {
  expect(found(secret(['ghcr.io']), pod({ secrets: ['regcred'] }))).toEqual([]);
  expect(found(pod({ image: PUBLIC }))).toEqual([]);
  expect(found(pod({ secrets: ['absent'] }))).toEqual([]);
});

test('a rule that is turned off or suppressed still explains', () => {
  const objects = [pod({ secrets: ['absent'] })];
  expect(findings('missing-credential', objects, { severities: { 'missing-secret': 'off' } })).toEqual([]);
  const suppressions = [{ rule: 'missing-secret' as const, reason: 'made by hand' }];
  expect(check(objects, { suppressions }).findings).toEqual([]);
});

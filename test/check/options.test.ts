import type { CheckOptions, RuleId } from '../../src/check';
import { RegcredError } from '../../src/error';
import { check, pod, secret, verdicts } from './objects';

const objects = [pod({ image: 'nginx' }), pod({ name: 'worker', image: 'nginx', namespace: 'jobs' })];
const latest: RuleId = 'latest-tag';

describe('suppressions', () => {
  const left = (object: string | undefined) =>
    check(objects, { suppressions: [{ rule: latest, object, reason: 'a demo' }] }).findings.map(({ name }) => name);

  test.each<[string | undefined, string[]]>([
    [undefined, []],
    ['Pod/api', ['worker']],
    ['Pod/jobs/worker', ['api']],
    ['Pod/jobs/*', ['api']],
    ['Pod/*/wo*er', ['api']],
    ['*/*', []],
    ['Deployment/api', ['api', 'worker']],
    ['Pod/app/worker', ['api', 'worker']],
  ])('of %s', (object, names) => {
    expect(left(object)).toEqual(names);
  });

  test('are listed with their reason, and those that met nothing too', () => {
    const unused = { rule: 'mutable-tag', reason: 'old' } as const;
    const report = check(objects, { suppressions: [{ rule: latest, object: 'Pod/api', reason: 'a demo' }, unused] });
    expect(report.suppressed.map(({ finding, reason }) => [finding.name, reason])).toEqual([['api', 'a demo']]);
    expect(report.summary.unusedSuppressions).toEqual([unused]);
    expect(report.summary.suppressed).toBe(1);
  });
});

describe('severities', () => {
  test('of a rule, or off', () => {
    expect(check(objects, { severities: { 'latest-tag': 'error' } }).summary.findings).toEqual({
      error: 2,
      warning: 0,
      info: 0,
    });
    expect(check(objects, { severities: { 'latest-tag': 'off' } }).findings).toEqual([]);
  });

  test('the worst come first', () => {
    const mixed = [pod({ image: 'nginx:1' }), pod({ image: 'nginx' }), pod()];
    expect(check(mixed).findings.map(({ severity }) => severity)).toEqual(['error', 'warning', 'info']);
  });
});

test('custom kinds hold pods too', () => {
  const worker = {
    apiVersion: 'acme.io/v1',
    kind: 'Worker',
    metadata: { name: 'w' },
    spec: { pools: [{ pod: { containers: [{ image: 'nginx' }] } }] },
  };
  expect(verdicts([worker])).toEqual([]);
  const customKinds = [{ group: 'acme.io', kind: 'Worker', podSpecPath: ['spec', 'pools', '*', 'pod'] }];
  expect(check([worker], { customKinds }).findings.map(({ path }) => path)).toEqual([
    'spec.pools[0].pod.containers[0].image',
  ]);
});

test.each<[string, unknown, string]>([
  [
    'check-suppression',
    { suppressions: [{ rule: 'latest-tag', reason: ' ' }] },
    'a suppression needs a reason: got none for latest-tag',
  ],
  [
    'check-suppression',
    { suppressions: [{ rule: 'latest-tag', object: 'Pod/a', reason: '' }] },
    "a suppression needs a reason: got none for latest-tag of 'Pod/a'",
  ],
  [
    'check-suppression',
    { suppressions: [{ rule: 'latest', reason: 'x' }] },
    "there is no rule 'latest': the rules are invalid-image, ",
  ],
  [
    'check-suppression',
    { suppressions: [{ rule: 'latest-tag', object: 'api', reason: 'x' }] },
    "the object of a suppression is 'Kind/name' or 'Kind/namespace/name': got 'api'",
  ],
  [
    'check-severity',
    { severities: { 'latest-tag': 'fatal' } },
    "a severity is one of error, warning, info, off: got 'fatal' for latest-tag",
  ],
  ['check-severity', { severities: { latest: 'off' } }, "there is no rule 'latest'"],
  [
    'kubernetes-version',
    { kubernetesVersion: '2' },
    "a Kubernetes version is written 1.MINOR: got '2', write for example '1.35'",
  ],
  ['namespace-name', { namespace: '' }, "(lower case letters, digits and '-'): got ''"],
  ['namespace-name', { namespace: 'Shop' }, "got 'Shop', write 'shop'"],
  [
    'registry-server-key',
    { existingSecrets: [{ name: 'regcred', covers: ['ghcr.io/acme/*'] }] },
    "got 'ghcr.io/acme/*', write 'ghcr.io/acme/'",
  ],
  [
    'check-pattern',
    { nodeImages: ['*'] },
    "an image pattern is a host or a host and a path: got '*', write for example 'ghcr.io/acme/*' or '*.example.com'",
  ],
  ['check-pattern', { publicImages: ['bot:hunter2@ghcr.io/acme'] }, "a path: got '***@ghcr.io/acme', write"],
])('%s: %j is refused', (code, options, message) => {
  const refused = () => check([], options as CheckOptions);
  expect(refused).toThrow(RegcredError);
  expect(refused).toThrow(message);
  expect(refused).toThrow(expect.objectContaining({ code }));
});

test('the numbers of a report', () => {
  expect(check([secret(['ghcr.io']), pod({ secrets: ['regcred'] }), pod({ image: 'nginx' })]).summary).toEqual({
    objects: 3,
    workloads: 2,
    images: 2,
    verdicts: { credential: 1, anonymous: 1, node: 0, opaque: 0, missing: 0, malformed: 0 },
    findings: { error: 0, warning: 1, info: 1 },
    suppressed: 0,
    unusedSuppressions: [],
  });
});

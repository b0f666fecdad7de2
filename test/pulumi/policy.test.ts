import type { StackValidationArgs } from '@pulumi/policy';
import { pullCheckPolicies } from '../../src/pulumi/policy';

/** How Pulumi shows what a preview cannot know; its types are stripped from the package. */
const { unknownArrayValue, unknownCheckingProxy, unknownObjectValue, unknownStringValue } = jest.requireActual<{
  unknownArrayValue: string;
  unknownObjectValue: string;
  unknownStringValue: string;
  unknownCheckingProxy(props: object): object;
}>('@pulumi/policy/proxy');

interface Shown {
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  readonly fields?: object;
}

/** What the policies report of a stack, by policy: the message, and the name of the resource. */
function reported(resources: readonly Shown[], options = {}): Record<string, string[]> {
  const shown = resources.map(({ kind, name, namespace = 'payments', fields = {} }) => {
    const apiVersion = { Deployment: 'apps/v1', Release: 'helm.sh/v3' }[kind] ?? 'v1';
    return {
      type: `kubernetes:${apiVersion === 'v1' ? 'core/v1' : apiVersion}:${kind}`,
      name,
      urn: `urn:${name}`,
      props: unknownCheckingProxy({
        apiVersion,
        kind: kind.replace(/Patch$/, ''),
        metadata: { name, namespace },
        ...fields,
      }),
    };
  });
  const reports: Record<string, string[]> = {};
  for (const { name, validateStack } of pullCheckPolicies(options)) {
    const report = (message: string, urn?: string) => {
      const list = reports[name] ?? [];
      list.push(`${urn}: ${message}`);
      reports[name] = list;
    };
    void validateStack({ resources: shown } as unknown as StackValidationArgs, report);
  }
  return reports;
}

const PASSWORD = 'hunter2-PW';
const auths = { 'ghcr.io': { auth: Buffer.from(`bot:${PASSWORD}`).toString('base64') } };
const data = { '.dockerconfigjson': Buffer.from(JSON.stringify({ auths })).toString('base64') };
const secret = (more: object = {}): Shown => ({
  kind: 'Secret',
  name: 'regcred',
  fields: { type: 'kubernetes.io/dockerconfigjson', data, ...more },
});
const workload = (podSpec: object = {}, name = 'web'): Shown => ({
  kind: 'Deployment',
  name,
  fields: {
    spec: { template: { spec: { containers: [{ name: 'web', image: 'ghcr.io/acme/web:1' }], ...podSpec } } },
  },
});
const withList = { imagePullSecrets: [{ name: 'regcred' }] };
const patch: Shown = { kind: 'ServiceAccountPatch', name: 'default', fields: withList };
const UNKNOWN = 'image-pull-unknown';

test('a pod that lists the Secret, and one whose account is patched, pull with it', () => {
  expect(reported([secret(), workload(withList)])).toEqual({});
  expect(reported([secret(), patch, workload()])).not.toHaveProperty('image-pull');
});

test('a pod that lists nothing is reported, with the way out, and without a password', () => {
  const { 'image-pull': errors = [] } = reported([secret(), workload()]);
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatch(/^urn:web: .*spec\.template\.spec/);
  expect(JSON.stringify(errors)).not.toContain(PASSWORD);
});

test('what Helm makes, and patches of workloads, are none of its business', () => {
  expect(
    reported([
      { kind: 'Release', name: 'chart' },
      { ...workload(), kind: 'DeploymentPatch' },
    ]),
  ).toEqual({});
});

test('options are those of the check', () => {
  expect(reported([workload()], { publicImages: ['ghcr.io/acme/*'] })).toEqual({});
  expect(() => pullCheckPolicies({ publicImages: ['*/'] })).toThrow(/an image pattern is a host/);
});

test.each<[string, Shown[], RegExp]>([
  [
    'the data of the Secret',
    [secret({ data: unknownObjectValue }), workload(withList)],
    /'ghcr\.io\/acme\/web:1'.*Secret 'regcred'/,
  ],
  [
    'a key of the data',
    [secret({ data: { '.dockerconfigjson': unknownStringValue } }), workload(withList)],
    /logins of Secret 'regcred'/,
  ],
  [
    'the namespace of the Secret',
    [{ ...secret(), namespace: unknownStringValue }, workload(withList)],
    /Secret 'regcred'/,
  ],
  ['the namespace of the workload', [secret(), { ...workload(), namespace: unknownStringValue }], /its namespace/],
  ['the whole of the pods', [secret(), { ...workload(), fields: { spec: unknownObjectValue } }], /its pods/],
  ['the list of the pod', [secret(), workload({ imagePullSecrets: unknownArrayValue })], /its list of pull secrets/],
  [
    'a name in that list',
    [secret(), workload({ imagePullSecrets: [{ name: unknownStringValue }] })],
    /its list of pull secrets/,
  ],
  ['an image', [secret(), workload({ containers: [{ name: 'web', image: unknownStringValue }] })], /an image/],
  ['the service account', [secret(), workload({ serviceAccountName: unknownStringValue })], /its service account/],
  [
    'the list of the account',
    [secret(), { ...patch, fields: { imagePullSecrets: unknownArrayValue } }, workload()],
    /the service account 'default'/,
  ],
  [
    'the namespace of the account',
    [secret(), { ...patch, namespace: unknownStringValue }, workload()],
    /the service account 'default'/,
  ],
])('what a preview cannot know is no error: %s', (_, resources, message) => {
  const reports = reported(resources);
  expect(reports['image-pull']).toBeUndefined();
  expect(reports[UNKNOWN]).toEqual([expect.stringMatching(message)]);
  expect(reports[UNKNOWN]?.[0]).toMatch(/^urn:web: unknown until up: /);
});

test('what is unknown elsewhere in a workload changes nothing', () => {
  const container = { name: 'web', image: 'ghcr.io/acme/web:1', env: [{ name: 'IT', value: unknownStringValue }] };
  expect(reported([secret(), workload({ ...withList, containers: [container] })])).toEqual({});
});

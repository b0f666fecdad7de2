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

const API_VERSIONS: Readonly<Record<string, string>> = {
  Deployment: 'apps/v1',
  Release: 'helm.sh/v3',
  ExternalSecret: 'external-secrets.io/v1',
  SecretStore: 'external-secrets.io/v1',
  SealedSecret: 'bitnami.com/v1alpha1',
};

/** What the policies report of a stack, by policy: the message, and the name of the resource. */
function reported(resources: readonly Shown[], options = {}): Record<string, string[]> {
  const shown = resources.map(({ kind, name, namespace = 'payments', fields = {} }) => {
    const apiVersion = API_VERSIONS[kind] ?? 'v1';
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
  for (const { name, validateStack, enforcementLevel } of pullCheckPolicies(options)) {
    if (enforcementLevel === 'disabled') continue; // as Pulumi does
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
const externalSecret = (store: string): Shown => ({
  kind: 'ExternalSecret',
  name: 'from-vault',
  fields: { spec: { secretStoreRef: { name: store }, target: { name: 'regcred' } } },
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
  ['one of the containers', [secret(), workload({ containers: [unknownObjectValue] })], /an image/],
  ['the account by its old name', [secret(), workload({ serviceAccount: unknownStringValue })], /its service account/],
  ['the name of the Secret', [{ ...secret(), name: unknownStringValue }, workload(withList)], /Secret 'regcred'/],
  ['the metadata of the Secret', [secret({ metadata: unknownObjectValue }), workload(withList)], /Secret 'regcred'/],
  [
    'the data of a SealedSecret',
    [{ kind: 'SealedSecret', name: 'regcred', fields: { spec: unknownObjectValue } }, workload(withList)],
    /Secret 'regcred'/,
  ],
  [
    'the store of an ExternalSecret that makes a Secret of another name',
    [externalSecret(unknownStringValue), workload(withList)],
    /Secret 'regcred'/,
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

test('a store that is not known makes no Secret', () => {
  const store: Shown = { kind: 'SecretStore', name: 'vault', fields: { spec: unknownObjectValue } };
  expect(reported([store, workload(withList)])['image-pull']).toEqual([expect.stringMatching(/missing-secret/)]);
});

test('of an account that is not known as a whole, it is known that it is there', () => {
  const fields = { metadata: { name: 'app', namespace: 'payments', annotations: { role: unknownStringValue } } };
  const account: Shown = { kind: 'ServiceAccount', name: 'app', fields };
  expect(reported([secret(), account, workload({ ...withList, serviceAccountName: 'app' })])).toEqual({});
});

test('what is unknown of the labels of a Secret does not hide that it holds the wrong login', () => {
  const quay = Buffer.from('{"auths":{"quay.io":{"auth":"YTpi"}}}').toString('base64');
  const metadata = { name: 'regcred', namespace: 'payments', labels: { owner: unknownStringValue } };
  const labelled = secret({ metadata, data: { '.dockerconfigjson': quay } });
  expect(reported([labelled, workload(withList)])['image-pull']).toEqual([expect.stringMatching(/missing-credential/)]);
});

test('the namespace of objects that name none is an option, also where something is unknown', () => {
  const open = { ...patch, fields: { imagePullSecrets: unknownArrayValue } };
  const web = workload();
  const here = { ...web, fields: { ...web.fields, metadata: { name: 'web' } } };
  const reports = reported([secret(), open, here], { namespace: 'payments' });
  expect(Object.keys(reports)).toEqual([UNKNOWN]);
});

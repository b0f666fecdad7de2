import { Namespace, ServiceAccount } from '@pulumi/kubernetes/core/v1';
import * as pulumi from '@pulumi/pulumi';
import {
  PrivateRegistryAccess,
  PullIdentity,
  PullSecret,
  RuntimeIdentity,
  ServiceAccountBinding,
  TokenScope,
  WorkloadIdentity,
  type WorkloadIdentityArgs,
} from '../../src/pulumi';
import { podIdentityTransform } from '../../src/pulumi/pod-identity-transform';
import { deploy, ofKind } from './mock-stack';

const ROLE = 'arn:aws:iam::111122223333:role/api';
const PULL_ROLE = 'arn:aws:iam::111122223333:role/api-pull';
/** How the engine is told of a secret. */
const SECRET = '1b47061264138c4ac30d75fd1eb44270';
const HIDDEN = { '4dabf18193072939515e22adb298388d': SECRET, value: { token: 'hunter2-PW' } };
const api = { namespaces: ['payments'], serviceAccount: 'api' };
const irsa = (roleArn: string) => RuntimeIdentity.eksIrsa({ roleArn });
const ecr = (roleArn: string) => PullIdentity.ecr({ roleArn });
const annotations = { 'eks.amazonaws.com/role-arn': ROLE, 'eks.amazonaws.com/ecr-role-arn': PULL_ROLE };

const identity = (args: Partial<WorkloadIdentityArgs>) =>
  deploy(() => new WorkloadIdentity('api', { ...api, ...args }));

test.each([
  ['known', irsa(ROLE), ecr(PULL_ROLE)],
  ['known later', pulumi.output(ROLE).apply(irsa), Promise.resolve(PULL_ROLE).then(ecr)],
  ['known later in part', pulumi.output(ROLE).apply(irsa), ecr(PULL_ROLE)],
])('the roles are %s: the account names both, and the kubelets may ask for its tokens', async (_, runtime, pull) => {
  const resources = await identity({ runtime, pull });
  expect(ofKind(resources, 'ServiceAccount')).toMatchObject([
    { inputs: { metadata: { name: 'api', namespace: 'payments', annotations }, automountServiceAccountToken: false } },
  ]);
  expect(resources.map(({ type, name, parent }) => `${type} ${name} < ${parent}`).sort()).toEqual([
    'kubernetes:core/v1:ServiceAccount regcred/payments/api < stack',
    'kubernetes:rbac.authorization.k8s.io/v1:ClusterRole regcred/regcred-pull-token-sts.amazonaws.com < stack',
    'kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding regcred/regcred-pull-token-sts.amazonaws.com < stack',
    'regcred:index:WorkloadIdentity api < stack',
  ]);
});

test('two workloads share what both need, and an account that is bound too is one', async () => {
  const resources = await deploy(() => {
    new WorkloadIdentity('api', { ...api, pull: ecr(PULL_ROLE) });
    new WorkloadIdentity('job', { namespaces: ['search'], serviceAccount: 'job', pull: ecr(PULL_ROLE) });
    new PrivateRegistryAccess('pull', {
      namespaces: ['payments'],
      pullSecrets: [PullSecret.existing('regcred')],
      serviceAccounts: [ServiceAccountBinding.create({ name: 'api' })],
    });
  });
  expect(ofKind(resources, 'ClusterRole')).toHaveLength(1);
  const lists = ofKind(resources, 'ServiceAccount').map(({ name, inputs }) => [name, inputs.imagePullSecrets]);
  expect(Object.fromEntries(lists)).toEqual({
    'regcred/payments/api': [{ name: 'regcred' }],
    'regcred/search/job': undefined,
  });
});

test('the account may be one that the program makes elsewhere', async () => {
  const pull = PullIdentity.ecr({ roleArn: PULL_ROLE, tokenScope: TokenScope.SERVICE_ACCOUNT });
  const names: string[] = [];
  const resources = await deploy(() => {
    const account = new ServiceAccount('made', { metadata: { namespace: 'payments' } });
    const serviceAccount = account.metadata.name;
    const made = new WorkloadIdentity('api', { ...api, serviceAccount, createServiceAccount: false, pull });
    pulumi.all([made.serviceAccountName, ...made.subjects]).apply((known) => names.push(...known));
  });
  expect(ofKind(resources, 'ServiceAccountPatch')).toMatchObject([
    { name: 'regcred/payments/api', inputs: { metadata: { name: 'made-4711' } }, dependsOn: ['made'] },
  ]);
  expect(ofKind(resources, 'Role')).toMatchObject([
    {
      name: 'regcred/payments/regcred-pull-token-sts.amazonaws.com.api',
      inputs: { metadata: { name: 'regcred-pull-token-sts.amazonaws.com.made-4711' } },
    },
  ]);
  expect(names).toEqual(['made-4711', 'system:serviceaccount:payments:made-4711']);
});

test('a secret role stays one, and nothing is said of a list', async () => {
  const resources = await identity({ runtime: pulumi.secret(ROLE).apply(irsa) });
  const [account] = ofKind(resources, 'ServiceAccount');
  expect(account?.secrets).toEqual(['.metadata.annotations']);
  expect(account?.inputs).not.toHaveProperty('imagePullSecrets'); // null would claim it in server-side apply
});

test('the account, and what the kubelets need, wait for what the component depends on', async () => {
  const resources = await deploy(() => {
    const dependsOn = new Namespace('payments', { metadata: { name: 'payments' } });
    new WorkloadIdentity('api', { ...api, pull: ecr(PULL_ROLE) }, { dependsOn });
  });
  for (const kind of ['ServiceAccount', 'ClusterRole']) {
    expect(ofKind(resources, kind)).toMatchObject([{ dependsOn: ['payments'] }]);
  }
});

test('the subjects are those of the namespaces, known later too', async () => {
  const subjects: unknown[] = [];
  await deploy(() => {
    const team = new Namespace('team', { metadata: { name: 'team-a' } });
    const made = new WorkloadIdentity('api', { ...api, namespaces: ['payments', team] });
    pulumi.all(made.subjects).apply((known) => subjects.push(...known));
  });
  expect(subjects).toEqual(['system:serviceaccount:payments:api', 'system:serviceaccount:team-a:api']);
});

test.each<[string, Partial<WorkloadIdentityArgs>, RegExp]>([
  ['the two are swapped', { runtime: ecr(PULL_ROLE) as never }, /runtime is PullIdentity\.ecr, which belongs to pull/],
  ['the cluster is too old', { pull: ecr(PULL_ROLE), kubernetesVersion: '1.33' }, /needs Kubernetes 1\.34/],
  ['no namespace', { namespaces: [] }, /write at least one/],
  ['no account', { serviceAccount: undefined as never }, /serviceAccount must be a name: got undefined/],
  ['an account that is none', { serviceAccount: 'My_App' }, /got 'My_App', write 'my-app'/],
])('%s', async (_, args, message) => {
  await expect(identity(args)).rejects.toThrow(message);
});

test('pods of the account get its labels and wait for it; other pods are left alone', async () => {
  const runtime = RuntimeIdentity.azure({ clientId: '11111111-2222-3333-4444-555555555555' });
  const deployment = (spec: object) => ({
    custom: true,
    type: 'kubernetes:apps/v1:Deployment',
    name: 'web',
    props: {
      metadata: { namespace: 'payments' },
      spec: {
        template: { metadata: { labels: { app: 'web' }, annotations: HIDDEN }, spec: pulumi.secret(spec) },
      },
    },
    opts: {},
  });
  const results: unknown[] = [];
  await deploy(async () => {
    const team = new Namespace('payments', { metadata: { name: 'payments' } });
    const transform = podIdentityTransform({
      serviceAccount: 'api',
      accounts: [{ namespace: team.metadata.name, resource: team }],
      labels: runtime.podLabels,
    });
    for (const serviceAccountName of ['api', 'other']) {
      const result = await transform(deployment({ serviceAccountName, containers: [] }));
      results.push(await pulumi.runtime.serializeProperties('', result?.props ?? {}));
    }
  });
  expect(results[0]).toMatchObject({
    spec: { template: { metadata: { annotations: HIDDEN }, spec: { '4dabf18193072939515e22adb298388d': SECRET } } },
  });
  const labels = (more: object) => ({ spec: { template: { metadata: { labels: { app: 'web', ...more } } } } });
  expect(results).toMatchObject([labels(runtime.podLabels), labels({})]);
  expect(JSON.stringify(results[1])).not.toContain('azure');
});

test('an account that is secret in the pod stays so', async () => {
  let props: object = {};
  await deploy(async () => {
    const team = new Namespace('payments', { metadata: { name: 'payments' } });
    const accounts = [{ namespace: 'payments', resource: team }];
    const transform = podIdentityTransform({ serviceAccount: 'api', accounts, labels: {} });
    const pod = { metadata: { namespace: 'payments' }, spec: { serviceAccountName: pulumi.secret('api') } };
    const made = await transform({ custom: true, type: 'kubernetes:core/v1:Pod', name: 'web', props: pod, opts: {} });
    props = await pulumi.runtime.serializeProperties('', made?.props ?? {});
  });
  expect(props).toMatchObject({ spec: { serviceAccountName: { '4dabf18193072939515e22adb298388d': SECRET } } });
});

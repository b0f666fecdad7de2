import { Testing } from 'cdk8s';
import {
  AwsAuth,
  FanOutEngine,
  GeneratedCredentials,
  Platform,
  PrivateRegistryAccess,
  PullIdentity,
  PullSecret,
  Registry,
  RuntimeIdentity,
  ServiceAccountBinding,
  WorkloadIdentity,
} from '../../src';
import { fanOut } from '../fan-out/fan-out-documents';
import { documentOf, ghcr, newChart } from './synth';

const waveOf = ({ metadata }: { metadata: { annotations?: Record<string, string> } }) =>
  metadata.annotations?.['argocd.argoproj.io/sync-wave'];

test('Argo CD: the namespace, the Secret, the account, and then the workloads, which are in wave 0', () => {
  const chart = newChart();
  new PrivateRegistryAccess(chart, 'pull', {
    namespaces: ['shop'],
    createNamespaces: true,
    pullSecrets: [ghcr()],
    argoCd: true,
  });
  expect(Testing.synth(chart).map((document) => [document.kind, waveOf(document)])).toEqual([
    ['Namespace', '-3'],
    ['Secret', '-2'],
    ['ServiceAccount', '-1'],
  ]);
});

// a wave ends when all of it is healthy: what makes a Secret never is without the account that it asks with
test('Argo CD: the account that an operator makes a Secret as comes in the same wave', () => {
  const access = newChart();
  const token = GeneratedCredentials.ecr({ auth: AwsAuth.serviceAccount('ecr-puller') });
  const ecr = Registry.ecr({ account: '111122223333', region: 'eu-central-1' });
  new PrivateRegistryAccess(access, 'pull', {
    namespaces: ['shop'],
    pullSecrets: [PullSecret.generated({ logins: [ecr.login(token)] })],
    serviceAccounts: [ServiceAccountBinding.create({ name: 'ecr-puller' })],
    argoCd: true,
  });
  const copies = fanOut({ engine: FanOutEngine.externalSecrets(), argoCd: true });
  for (const [chart, maker] of [
    [access, 'ExternalSecret'],
    [copies, 'ClusterSecretStore'],
  ] as const) {
    expect([waveOf(documentOf(chart, 'ServiceAccount')), waveOf(documentOf(chart, maker))]).toEqual(['-1', '-1']);
  }
});

test('Argo CD: the account of a workload, and what its kubelet needs, come before the workloads', () => {
  const workload = { namespaces: ['shop'], serviceAccount: 'ecr-puller' };
  const roleArn = 'arn:aws:iam::111122223333:role/ecr-puller';
  const identities = { runtime: RuntimeIdentity.eksIrsa({ roleArn }), pull: PullIdentity.ecr({ roleArn }) };
  const waves = (argoCd?: boolean) => {
    const chart = newChart();
    new WorkloadIdentity(chart, 'id', { ...workload, ...identities, argoCd });
    return Testing.synth(chart).map((document) => [document.kind, waveOf(document)]);
  };
  expect(waves(true)).toEqual([
    ['ServiceAccount', '-1'],
    ['ClusterRole', '-1'],
    ['ClusterRoleBinding', '-1'],
  ]);
  expect(waves().map(([, wave]) => wave)).toEqual([undefined, undefined, undefined]);
});

test('an account that two constructs bind for Argo CD is in one wave', () => {
  const chart = newChart();
  new PrivateRegistryAccess(chart, 'pull', {
    namespaces: ['shop'],
    pullSecrets: [ghcr()],
    serviceAccounts: [ServiceAccountBinding.create({ name: 'api' })],
    argoCd: true,
  });
  new WorkloadIdentity(chart, 'id', { namespaces: ['shop'], serviceAccount: 'api', argoCd: true });
  expect(waveOf(documentOf(chart, 'ServiceAccount'))).toBe('-1');
});

test('a wave that the author has chosen stays', () => {
  const chart = newChart();
  const annotations = { 'argocd.argoproj.io/sync-wave': '7' };
  new PrivateRegistryAccess(chart, 'pull', { namespaces: ['shop'], pullSecrets: [ghcr()], argoCd: true, annotations });
  expect(Testing.synth(chart).map(waveOf)).toEqual(['7', '7']);
});

test('a source that is copied is neither pruned nor compared with its copies', () => {
  const { metadata } = documentOf(fanOut({ engine: FanOutEngine.replicator(), argoCd: true }), 'Secret');
  expect(metadata.annotations).toMatchObject({
    'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
    'argocd.argoproj.io/sync-options': 'Prune=false',
    'argocd.argoproj.io/sync-wave': '-2',
  });
});

test.each([
  [Platform.KUBERNETES, ['/secrets'], ['default', 'app']],
  [Platform.OPENSHIFT, ['/imagePullSecrets', '/secrets'], ['app']],
])('%s: Argo CD overlooks %j of the accounts that Git has', (platform, jsonPointers, accounts) => {
  const { ignoredDifferences } = new PrivateRegistryAccess(newChart(), 'pull', {
    namespaces: ['shop'],
    pullSecrets: [PullSecret.existing('regcred')],
    serviceAccounts: [ServiceAccountBinding.patchDefault(), ServiceAccountBinding.create({ name: 'app' })],
    platform,
  });
  expect(ignoredDifferences).toEqual(
    accounts.map((name) => ({ group: '', kind: 'ServiceAccount', name, namespace: 'shop', jsonPointers })),
  );
});

test('the values of Helm charts, in the three shapes that charts want', () => {
  const access = (...names: string[]) =>
    new PrivateRegistryAccess(newChart(), 'pull', {
      namespaces: ['shop'],
      pullSecrets: names.map((name) => PullSecret.existing(name)),
    }).helmValues;
  expect(access('a')).toEqual({ references: [{ name: 'a' }], names: ['a'], name: 'a' });
  // a chart with room for one would drop the other
  expect(access('a', 'b')).toEqual({ references: [{ name: 'a' }, { name: 'b' }], names: ['a', 'b'] });
});

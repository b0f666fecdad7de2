import { ApiObject, Testing } from 'cdk8s';
import { PrivateRegistryAccess, PullSecret, Registry, RemoteCredentials, SecretStore } from '../../src';
import { ghcr, newChart } from './synth';

const external = PullSecret.external({
  store: SecretStore.cluster('vault'),
  logins: [Registry.ghcr().login(RemoteCredentials.fromStore({ key: 'ghcr' }))],
});
const access = (chart: ReturnType<typeof newChart>, id: string, pullSecret: PullSecret) =>
  new PrivateRegistryAccess(chart, id, { namespaces: ['a'], pullSecrets: [pullSecret], serviceAccounts: [] });
const secret = (chart: ReturnType<typeof newChart>, type?: string) =>
  new ApiObject(chart, 'mine', {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'regcred', namespace: 'a' },
    type,
  });

test('one Secret made in two ways is refused: they would overwrite one another', () => {
  const chart = newChart();
  access(chart, 'by-hand', ghcr());
  expect(() => access(chart, 'by-operator', external)).toThrow(
    "Secret 'regcred' in namespace 'a' is made by 'test/by-hand' already, and the two would overwrite one another: " +
      'give one of the pull secrets another name, or hold all logins in one',
  );
});

test('a Secret of the app may be what a construct refers to', () => {
  const chart = newChart();
  secret(chart, 'kubernetes.io/dockerconfigjson');
  access(chart, 'pull', PullSecret.existing('regcred'));
  access(chart, 'once-more', PullSecret.existing('regcred'));
  expect(Testing.synth(chart)).toHaveLength(1);
});

test.each([undefined, 'Opaque', 'kubernetes.io/basic-auth'])(
  'a Secret of the type %s cannot be pulled with',
  (type) => {
    for (const pullSecret of [PullSecret.existing('regcred'), external]) {
      const chart = newChart();
      secret(chart, type);
      access(chart, 'pull', pullSecret);
      expect(() => Testing.synth(chart)).toThrow(
        `Secret 'regcred' in namespace 'a' has the type '${type ?? 'Opaque'}' at 'test/mine', and 'test/pull' pulls with it, ` +
          "which needs 'kubernetes.io/dockerconfigjson': the type of a Secret cannot be changed, so where it is in the cluster already, " +
          'delete it first or give the pull secret another name',
      );
    }
  },
);

test('a Secret of the app under the name of one that is made is refused', () => {
  const chart = newChart();
  secret(chart, 'kubernetes.io/dockerconfigjson');
  access(chart, 'pull', ghcr());
  expect(() => Testing.synth(chart)).toThrow("Secret 'regcred' in namespace 'a' is made by 'test/mine' already");
});

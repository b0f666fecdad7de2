import { PrivateRegistryAccess, PullSecret, ServiceAccountBinding } from '../../../src';
import { newAccount, publish } from '../client/hub';
import { apply, get, kubectlWith } from '../client/kubectl';
import { pod, pullSecret, serviceAccount } from '../client/manifests';
import { admittedPullSecrets, bound, newNamespace } from '../client/namespace';
import { pullOf } from '../client/pull';
import { describeOn } from '../client/suite';
import { synth } from '../client/synth';

const MAKERS = {
  'kubectl create': ['create'],
  'another field manager': ['apply', '--server-side', '--field-manager=theirs'],
  'kubectl apply': ['apply'],
};
const SIDES = { server: ['--server-side', '--field-manager=regcred'], client: [] };

describeOn('server', 'decision 3: a custom ServiceAccount inherits nothing', () => {
  test('neither from `default` nor from the namespace', async () => {
    const namespace = await newNamespace('custom');
    await apply([serviceAccount(namespace, 'default', 'regcred'), serviceAccount(namespace, 'app1-sa')]);
    await bound(namespace, 'default', ['regcred']);
    expect(await admittedPullSecrets(namespace, { serviceAccountName: 'app1-sa' })).toEqual([]);
  });

  test('a pod that names an account that is not there is refused', async () => {
    const namespace = await newNamespace('custom');
    await expect(apply(pod(namespace, 'app', 'app', { serviceAccountName: 'app1-sa' }))).rejects.toThrow(
      'serviceaccount "app1-sa" not found',
    );
  });

  test.each([
    [true, ['/var/run/secrets/kubernetes.io/serviceaccount']],
    [false, []],
  ])(
    'its pods get a token for the API server where it says automountServiceAccountToken: %s',
    async (automount, paths) => {
      const namespace = await newNamespace('custom');
      const account = serviceAccount(namespace, 'app1-sa', 'regcred');
      await apply({ ...account, automountServiceAccountToken: automount });
      await apply(pod(namespace, 'app', 'app', { serviceAccountName: 'app1-sa' }));
      const { spec } = await get<{ spec: { containers: { volumeMounts?: { mountPath: string }[] }[] } }>(
        'pod',
        namespace,
        'app',
      );
      expect((spec.containers[0]?.volumeMounts ?? []).map(({ mountPath }) => mountPath)).toEqual(paths);
    },
  );
});

describeOn('server', 'decision 3: so each account is bound by name, and one that is made here has no token', () => {
  test('an account that is made: bound, and no token', async () => {
    const namespace = await newNamespace('custom');
    await apply(
      synth((chart) => {
        const serviceAccounts = [ServiceAccountBinding.create({ name: 'app1-sa' })];
        const pullSecrets = [PullSecret.existing('regcred')];
        new PrivateRegistryAccess(chart, 'pull', { namespaces: [namespace], pullSecrets, serviceAccounts });
      }),
    );
    const account = await get('serviceaccount', namespace, 'app1-sa');
    expect(account).toMatchObject({ imagePullSecrets: [{ name: 'regcred' }], automountServiceAccountToken: false });
  });

  // kubectl takes what was once applied client-side for its own, whoever did it: the one case in which a patch is none
  test.each([
    ['kubectl create', 'server', 'kept'],
    ['kubectl create', 'client', 'kept'],
    ['another field manager', 'server', 'kept'],
    ['another field manager', 'client', 'kept'],
    ['kubectl apply', 'server', 'dropped'],
    ['kubectl apply', 'client', 'dropped'],
  ] as const)(
    'an account of somebody else, made by %s, bound by a %s-side apply: its other fields are %s',
    async (maker, side, fate) => {
      const namespace = await newNamespace('custom');
      const account = {
        ...serviceAccount(namespace, 'api'),
        imagePullSecrets: undefined,
        automountServiceAccountToken: true,
      };
      await kubectlWith(JSON.stringify(account), ...MAKERS[maker], '-f', '-');
      const serviceAccounts = [ServiceAccountBinding.patch({ name: 'api' })];
      const access = { namespaces: [namespace], pullSecrets: [PullSecret.existing('regcred')], serviceAccounts };
      await apply(
        synth((chart) => new PrivateRegistryAccess(chart, 'pull', access)),
        ...SIDES[side],
      );
      const made = await get<{ automountServiceAccountToken?: boolean }>('serviceaccount', namespace, 'api');
      expect(made).toMatchObject({ imagePullSecrets: [{ name: 'regcred' }] });
      expect(made.automountServiceAccountToken).toBe(fate === 'kept' ? true : undefined);
    },
  );
});

describeOn('node', 'decision 3: the kubelet sees only the account of the pod', () => {
  test.each([
    ['bound', ['regcred'], 'pulled'],
    ['not bound', [], 'refused'],
  ])('the pod of an account that is %s', async (_, names, outcome) => {
    await publish('custom/app');
    const namespace = await newNamespace('custom');
    await apply([
      pullSecret(namespace, 'regcred', { 'ghcr.io': await newAccount('custom/app') }),
      serviceAccount(namespace, 'default', 'regcred'),
      serviceAccount(namespace, 'app1-sa', ...names),
    ]);
    await apply(pod(namespace, 'app', 'ghcr.io/custom/app:1', { serviceAccountName: 'app1-sa' }));
    expect(await pullOf(namespace, 'app')).toMatchObject({ outcome });
  });
});

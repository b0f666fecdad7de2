import { newAccount, publish } from '../client/hub';
import { apply, get } from '../client/kubectl';
import { pod, pullSecret, serviceAccount } from '../client/manifests';
import { admittedPullSecrets, bound, newNamespace } from '../client/namespace';
import { pullOf } from '../client/pull';
import { describeOn } from '../client/suite';

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

describeOn('node', 'decision 3: so each account is bound by name', () => {
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

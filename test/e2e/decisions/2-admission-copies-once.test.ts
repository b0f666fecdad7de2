import { ApiObject } from 'cdk8s';

import { Credentials, PrivateRegistryAccess, PullSecret, Registry } from '../../../src';
import { newAccount, publish } from '../client/hub';
import { apply, get, kubectl, tryKubectl } from '../client/kubectl';
import { pod, pullSecret, serviceAccount } from '../client/manifests';
import { admittedPullSecrets, bound, newNamespace } from '../client/namespace';
import { pullOf, running } from '../client/pull';
import { describeOn } from '../client/suite';
import { synth } from '../client/synth';

interface Pod {
  readonly spec: { readonly imagePullSecrets?: readonly { readonly name: string }[] };
}

const listOf = async (namespace: string, name: string) =>
  (await get<Pod>('pod', namespace, name)).spec.imagePullSecrets?.map((reference) => reference.name) ?? [];

describeOn('server', "decision 2: admission copies the account's list into a pod that has none", () => {
  test.each([
    ['no list', {}, ['from-account']],
    ['an empty list', { imagePullSecrets: [] }, ['from-account']],
    ['a list of its own, which shadows the account', { imagePullSecrets: [{ name: 'own' }] }, ['own']],
    ['a list of nothing, which shadows the account too', { imagePullSecrets: [{ name: '' }] }, ['']],
  ])('a pod with %s', async (_, spec, admitted) => {
    const namespace = await newNamespace('admission');
    await apply(serviceAccount(namespace, 'default', 'from-account'));
    await bound(namespace, 'default', ['from-account']);
    expect(await admittedPullSecrets(namespace, spec)).toEqual(admitted);
  });

  test('a pod that stands before its account in one apply is created without, and stays so', async () => {
    const namespace = await newNamespace('admission');
    const app = { ...pod(namespace, 'app', 'docker.io/library/base:1') };
    await apply([app, serviceAccount(namespace, 'default', 'regcred')]);
    await bound(namespace, 'default', ['regcred']);
    expect(await listOf(namespace, 'app')).toEqual([]);
  });

  test('nobody can add a secret to a pod later: its list cannot be changed', async () => {
    const namespace = await newNamespace('admission');
    await apply(pod(namespace, 'app', 'docker.io/library/base:1'));
    const patch = '{"spec":{"imagePullSecrets":[{"name":"regcred"}]}}';
    const { status, stderr } = await tryKubectl('patch', 'pod', 'app', '-n', namespace, '-p', patch);
    expect(status).toBe(1);
    expect(stderr).toContain('pod updates may not change fields other than');
  });
});

describeOn('node', 'decision 2: so a binding comes too late for a pod that is there, and a Secret does not', () => {
  const repository = 'late/app';
  const image = `ghcr.io/${repository}:1`;
  beforeAll(() => publish(repository));

  test('a Secret that comes after the pod that names it: the kubelet tries again until it is there', async () => {
    const namespace = await newNamespace('late');
    await apply(pod(namespace, 'app', image, { imagePullSecrets: ['regcred'] }));
    expect(await pullOf(namespace, 'app')).toMatchObject({ outcome: 'refused' });

    await apply(pullSecret(namespace, 'regcred', { 'ghcr.io': await newAccount(repository) }));
    await running(namespace, 'app');
  });

  test('an account that is bound after the pod: the pod goes on without, one that is made again runs', async () => {
    const namespace = await newNamespace('late');
    await apply(pullSecret(namespace, 'regcred', { 'ghcr.io': await newAccount(repository) }));
    await apply(pod(namespace, 'app', image));
    expect(await pullOf(namespace, 'app')).toMatchObject({ outcome: 'refused' });

    await apply(serviceAccount(namespace, 'default', 'regcred'));
    await bound(namespace, 'default', ['regcred']);
    expect(await listOf(namespace, 'app')).toEqual([]);

    await kubectl('delete', 'pod', 'app', '-n', namespace, '--now');
    await apply(pod(namespace, 'app', image));
    expect(await pullOf(namespace, 'app')).toEqual({ outcome: 'pulled' });
  });
});

describeOn(
  'node',
  'decision 2: so PrivateRegistryAccess binds the pods too, and no order of applying breaks them',
  () => {
    const repository = 'order/both';
    beforeAll(() => publish(repository));

    test.each([
      ['its account and its Secret, which come after it', []],
      ['its own list, which would shadow the account', [{ name: 'mine' }]],
    ])('a pod runs whatever %s', async (_, imagePullSecrets) => {
      const namespace = await newNamespace('order');
      const login = await newAccount(repository);
      const objects = synth((chart) => {
        const ghcr = Registry.ghcr().login(Credentials.unsafePlainText(login));
        const pullSecrets = [PullSecret.fromLogins({ logins: [ghcr] })];
        new PrivateRegistryAccess(chart, 'pull', { namespaces: [namespace], pullSecrets });
        new ApiObject(chart, 'pod', {
          apiVersion: 'v1',
          kind: 'Pod',
          metadata: { name: 'app', namespace },
          spec: { containers: [{ name: 'app', image: `ghcr.io/${repository}:1` }], imagePullSecrets },
        });
      });
      const [podFirst, rest] = [objects.filter(isPod), objects.filter((object) => !isPod(object))];
      await apply([...podFirst, ...rest]);
      await running(namespace, 'app');
      expect(await listOf(namespace, 'app')).toEqual([...imagePullSecrets.map(({ name }) => name), 'regcred']);
    });
  },
);

const isPod = (object: object) => 'kind' in object && object.kind === 'Pod';

import type { ApiObjectProps, Chart } from 'cdk8s';
import { ApiObject } from 'cdk8s';

import { Platform, PrivateRegistryAccess, PullSecret } from '../../../src';
import { apply, get, kubectl, tryApply } from '../client/kubectl';
import { pod, serviceAccount } from '../client/manifests';
import { newNamespace } from '../client/namespace';
import { describeOn } from '../client/suite';
import { synth } from '../client/synth';

interface Bound {
  readonly imagePullSecrets?: readonly { readonly name: string }[];
}

const listOf = async (namespace: string) =>
  (await get<Bound>('serviceaccount', namespace, 'default')).imagePullSecrets?.map(({ name }) => name) ?? [];

describeOn(
  'server',
  'decision 1: the list of a ServiceAccount is one value, so one document owns it and lists everything',
  () => {
    test('client-side apply replaces the whole list', async () => {
      const namespace = await newNamespace('atomic');
      await apply(serviceAccount(namespace, 'default', 'first', 'second'));
      await apply(serviceAccount(namespace, 'default', 'third'));
      expect(await listOf(namespace)).toEqual(['third']);
    });

    test('client-side apply drops what somebody else had added', async () => {
      const namespace = await newNamespace('atomic');
      await kubectl('patch', 'sa', 'default', '-n', namespace, '-p', '{"imagePullSecrets":[{"name":"theirs"}]}');
      await apply(serviceAccount(namespace, 'default', 'ours'));
      expect(await listOf(namespace)).toEqual(['ours']);
    });

    test("the documented patch replaces the list too: the lecture's demo 2, done twice, leaves one secret", async () => {
      const namespace = await newNamespace('atomic');
      for (const name of ['dockerhub-secret', 'ghcr-secret']) {
        await kubectl('patch', 'sa', 'default', '-n', namespace, '-p', `{"imagePullSecrets":[{"name":"${name}"}]}`);
      }
      expect(await listOf(namespace)).toEqual(['ghcr-secret']);
    });

    test('server-side apply takes the list of an account that nobody manages, without a conflict', async () => {
      const namespace = await newNamespace('atomic');
      await apply(serviceAccount(namespace, 'default', 'ours'), '--server-side', '--field-manager=ours');
      expect(await listOf(namespace)).toEqual(['ours']);
    });

    test('a second manager gets a conflict on the whole list, and force replaces it', async () => {
      const namespace = await newNamespace('atomic');
      await apply(serviceAccount(namespace, 'default', 'theirs'), '--server-side', '--field-manager=theirs');

      const second = await tryApply(
        serviceAccount(namespace, 'default', 'ours'),
        '--server-side',
        '--field-manager=ours',
      );
      expect(second.status).toBe(1);
      expect(second.stderr).toContain('conflict with "theirs": .imagePullSecrets');

      const force = ['--server-side', '--field-manager=ours', '--force-conflicts'];
      await apply(serviceAccount(namespace, 'default', 'ours'), ...force);
      expect(await listOf(namespace)).toEqual(['ours']);
    });

    test('the list of a pod template is no such value: two managers are merged by name', async () => {
      const namespace = await newNamespace('atomic');
      await apply(deployment(namespace, 'a'), '--server-side', '--field-manager=first');
      await apply(deployment(namespace, 'b'), '--server-side', '--field-manager=second');
      const { spec } = await get<{ spec: { template: { spec: Bound } } }>('deployment', namespace, 'app');
      expect(spec.template.spec.imagePullSecrets).toEqual([{ name: 'a' }, { name: 'b' }]);
    });

    test.each([
      ['data', 'f:data'],
      ['stringData', 'f:stringData'],
    ])('a Secret applied with %s on the server is owned as %s: only data tells who owns what', async (field, owned) => {
      const namespace = await newNamespace('atomic');
      const value = field === 'data' ? Buffer.from('{}').toString('base64') : '{}';
      const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'regcred', namespace } };
      const type = 'kubernetes.io/dockerconfigjson';
      await apply(
        { ...secret, type, [field]: { '.dockerconfigjson': value } },
        '--server-side',
        '--field-manager=ours',
      );
      const yaml = await kubectl('get', 'secret', 'regcred', '-n', namespace, '-o', 'json', '--show-managed-fields');
      const { metadata } = JSON.parse(yaml) as { metadata: { managedFields: { manager: string; fieldsV1: object }[] } };
      const [entry] = metadata.managedFields.filter(({ manager }) => manager === 'ours');
      expect(Object.keys(entry?.fieldsV1 ?? {})).toEqual([owned, 'f:type']);
    });
  },
);

describeOn('server', 'decision 1: so this library writes one document for an account, with all that binds it', () => {
  const access = (namespace: string, platform?: Platform) => (chart: Chart) => {
    for (const name of ['regcred', 'ghcr']) {
      const pullSecrets = [PullSecret.existing(name)];
      new PrivateRegistryAccess(chart, name, { namespaces: [namespace], pullSecrets, platform });
    }
  };

  test('two accesses to one namespace: the account lists both secrets', async () => {
    const namespace = await newNamespace('atomic');
    await apply(synth(access(namespace)), '--server-side', '--field-manager=regcred');
    expect(await listOf(namespace)).toEqual(['regcred', 'ghcr']);
  });

  test.each([['--server-side'], ['--server-side=false']])('applied twice with %s, nothing changes', async (mode) => {
    const namespace = await newNamespace('atomic');
    const objects = synth(access(namespace));
    await apply(objects, mode);
    await apply(objects, mode);
    expect(await listOf(namespace)).toEqual(['regcred', 'ghcr']);
  });

  test('on OpenShift the list that its controllers write is left alone, and pods are bound instead', async () => {
    const namespace = await newNamespace('atomic');
    const theirs = '{"imagePullSecrets":[{"name":"default-dockercfg-x7k2p"}]}';
    await kubectl('patch', 'sa', 'default', '-n', namespace, '-p', theirs);
    const objects = synth((chart) => {
      access(namespace, Platform.OPENSHIFT)(chart);
      new ApiObject(chart, 'pod', pod(namespace, 'app', 'docker.io/library/base:1') as ApiObjectProps);
    });
    await apply(objects);
    expect(await listOf(namespace)).toEqual(['default-dockercfg-x7k2p']);
    const { spec } = await get<{ spec: Bound }>('pod', namespace, 'app');
    expect(spec.imagePullSecrets).toEqual([{ name: 'regcred' }, { name: 'ghcr' }]);
  });
});

function deployment(namespace: string, secret: string): string {
  return `
apiVersion: apps/v1
kind: Deployment
metadata: {name: app, namespace: ${namespace}}
spec:
  replicas: 0
  selector: {matchLabels: {app: app}}
  template:
    metadata: {labels: {app: app}}
    spec:
      containers: [{name: app, image: app}]
      imagePullSecrets: [{name: ${secret}}]
`;
}

import { newAccount, publish, unknownLogin, visitorsOf } from '../client/hub';
import { apply } from '../client/kubectl';
import { dockerConfigSecret, pod, pullSecret } from '../client/manifests';
import { newNamespace } from '../client/namespace';
import { pullOf } from '../client/pull';
import { describeOn } from '../client/suite';

describeOn('node', 'decision 9: a credential that matches and is wrong breaks what would work without', () => {
  test('a public image is pulled without a login', async () => {
    await publish('public/plain');
    const namespace = await newNamespace('bad-login');
    await apply(pod(namespace, 'app', 'public/plain:1'));
    expect(await pullOf(namespace, 'app')).toEqual({ outcome: 'pulled' });
    expect(await visitorsOf('public/plain')).toEqual([undefined]);
  });

  test('with a bad login for its registry it is not: the kubelet does not try again without', async () => {
    await publish('public/broken');
    const stranger = unknownLogin();
    const namespace = await newNamespace('bad-login');
    await apply([
      pullSecret(namespace, 'regcred', { 'https://index.docker.io/v1/': stranger }),
      pod(namespace, 'app', 'public/broken:1', { imagePullSecrets: ['regcred'] }),
    ]);
    expect(await pullOf(namespace, 'app')).toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('401'),
    });
    expect(await visitorsOf('public/broken')).toEqual([stranger.username]);
  });
});

describeOn('node', 'decision 9: one malformed entry breaks every pull of the pod', () => {
  test.each([
    ['auth is not base64', '{"auths":{"other.example.com":{"auth":"!"}}}', 'illegal base64 data'],
    ['auth has no colon', '{"auths":{"other.example.com":{"auth":"dXNlcg=="}}}', 'unable to parse auth field'],
    ['the user is a number', '{"auths":{"other.example.com":{"username":7}}}', 'cannot unmarshal number'],
  ])('%s: the API server takes it, and the kubelet pulls nothing', async (_, config, words) => {
    await publish('poison/app');
    const namespace = await newNamespace('poison');
    await apply([
      dockerConfigSecret(namespace, 'poison', config),
      pullSecret(namespace, 'regcred', { 'ghcr.io': await newAccount('poison/app') }),
      pod(namespace, 'private', 'ghcr.io/poison/app:1', { imagePullSecrets: ['regcred', 'poison'] }),
      pod(namespace, 'public', 'docker.io/library/base:1', { imagePullSecrets: ['poison'] }),
    ]);
    for (const name of ['private', 'public']) {
      expect(await pullOf(namespace, name)).toMatchObject({
        outcome: 'refused',
        message: expect.stringContaining(words),
      });
    }
  });

  test.each([
    ['an Opaque Secret with the right key', 'Opaque', '.dockerconfigjson'],
    ['a dockercfg Secret with the new layout', 'kubernetes.io/dockercfg', '.dockercfg'],
  ])('%s breaks nothing and opens nothing: the kubelet comes without a login', async (_, type, key) => {
    const repository = `ignored/${key.slice(1)}`;
    await publish(repository);
    const { username, password } = await newAccount(repository);
    const config = JSON.stringify({ auths: { 'ghcr.io': { username, password } } });
    const namespace = await newNamespace('ignored');
    const data = { [key]: Buffer.from(config).toString('base64') };
    await apply([
      { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'regcred', namespace }, type, data },
      pod(namespace, 'app', `ghcr.io/${repository}:1`, { imagePullSecrets: ['regcred'] }),
    ]);
    expect(await pullOf(namespace, 'app')).toMatchObject({ outcome: 'refused' });
    expect((await visitorsOf(repository)).slice(-1)).toEqual([undefined]);
  });
});

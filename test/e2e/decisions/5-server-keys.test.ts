import { newAccount, publish, visitorsOf } from '../client/hub';
import { apply } from '../client/kubectl';
import { pod, pullSecret } from '../client/manifests';
import { newNamespace } from '../client/namespace';
import { pullOf } from '../client/pull';
import { describeOn } from '../client/suite';

describeOn('node', 'decision 5: the server key of a Secret decides which images get the password', () => {
  const repositories = ['keys/app', 'keys-evil/app'];
  beforeAll(() => publish(...repositories));

  test.each([
    ['https://index.docker.io/v1/', 'docker.io/keys/app', 'sends'],
    ['https://index.docker.io/v1/', 'keys/app', 'sends'],
    ['https://index.docker.io/v1', 'docker.io/keys/app', 'does not send'],
    ['registry-1.docker.io', 'docker.io/keys/app', 'does not send'],
    ['docker.io', 'docker.io/keys/app', 'sends'],
    ['docker.io/keys/', 'docker.io/keys/app', 'sends'],
    ['index.docker.io/keys/', 'docker.io/keys/app', 'does not send'],
    ['ghcr.io', 'ghcr.io/keys/app', 'sends'],
    ['https://ghcr.io', 'ghcr.io/keys/app', 'sends'],
    ['GHCR.IO', 'ghcr.io/keys/app', 'does not send'],
    ['ghcr.io/keys', 'ghcr.io/keys-evil/app', 'sends'], // why a key with a path ends in a slash
    ['ghcr.io/keys/', 'ghcr.io/keys-evil/app', 'does not send'],
    ['ghcr.io/keys/', 'ghcr.io/keys/app', 'sends'],
    ['ghcr.io/keys/*', 'ghcr.io/keys/app', 'does not send'],
    ['registry.example.com', 'registry.example.com:5000/keys/app', 'does not send'],
    ['registry.example.com:5000', 'registry.example.com:5000/keys/app', 'sends'],
    ['*.azurecr.io', 'acme.azurecr.io/keys/app', 'sends'],
    ['*.azurecr.io', 'acme.eastus.azurecr.io/keys/app', 'does not send'],
  ])('%s, image %s: the kubelet %s it', async (server, image, verdict) => {
    const account = await newAccount(...repositories);
    const namespace = await newNamespace('keys');
    await apply([
      pullSecret(namespace, 'regcred', { [server]: account }),
      pod(namespace, 'app', `${image}:1`, { imagePullSecrets: ['regcred'] }),
    ]);
    const pull = await pullOf(namespace, 'app');
    const visitors = (await Promise.all(repositories.map(visitorsOf))).flat();
    expect(visitors.includes(account.username)).toBe(verdict === 'sends');
    expect(pull.outcome).toBe(verdict === 'sends' ? 'pulled' : 'refused');
  });

  test('a longer path is tried before a shorter one, whatever the order of the Secrets', async () => {
    await publish('order/app');
    const [wide, narrow] = [await newAccount(), await newAccount('order/app')];
    const namespace = await newNamespace('keys');
    await apply([
      pullSecret(namespace, 'wide', { 'ghcr.io': wide }),
      pullSecret(namespace, 'narrow', { 'ghcr.io/order/': narrow }),
      pod(namespace, 'app', 'ghcr.io/order/app:1', { imagePullSecrets: ['wide', 'narrow'] }),
    ]);
    expect(await pullOf(namespace, 'app')).toEqual({ outcome: 'pulled' });
    expect(await visitorsOf('order/app')).toEqual([narrow.username]);
  });
});

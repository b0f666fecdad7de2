import { newAccount, publish, rotatePassword, visitorsOf } from '../client/hub';
import { apply } from '../client/kubectl';
import { pod, pullSecret } from '../client/manifests';
import { newNamespace } from '../client/namespace';
import { pullOf } from '../client/pull';
import { describeOn } from '../client/suite';
import { visitsTo } from '../harness/token-client';

describeOn('node', 'decision 4: a Secret for each namespace, under one name, updated in place', () => {
  test('a Secret of another namespace does not count', async () => {
    await publish('stable/other');
    const [here, there] = [await newNamespace('stable'), await newNamespace('stable')];
    await apply(pullSecret(there, 'regcred', { 'ghcr.io': await newAccount('stable/other') }));
    await apply(pod(here, 'app', 'ghcr.io/stable/other:1', { imagePullSecrets: ['regcred'] }));
    expect(await pullOf(here, 'app')).toMatchObject({ outcome: 'refused' });
  });

  test('two Secrets attached at once rotate a password without a failed pull', async () => {
    const repository = 'stable/rotated';
    const image = `ghcr.io/${repository}:1`;
    await publish(repository);
    const namespace = await newNamespace('stable');
    const spec = { imagePullSecrets: ['regcred', 'regcred-next'] };
    const pullNow = async (name: string) => {
      await apply(pod(namespace, name, image, spec));
      return pullOf(namespace, name);
    };

    const old = await newAccount(repository);
    await apply(pullSecret(namespace, 'regcred', { 'ghcr.io': old }));
    expect(await pullNow('before')).toEqual({ outcome: 'pulled' });

    const next = await newAccount(repository); // the new token of most registries lives beside the old one
    await apply(pullSecret(namespace, 'regcred-next', { 'ghcr.io': next }));
    expect(await pullNow('both-valid')).toEqual({ outcome: 'pulled' });

    await rotatePassword(old); // the old one is withdrawn: the kubelet goes on to the next
    expect(await pullNow('old-withdrawn')).toEqual({ outcome: 'pulled' });
    expect((await visitorsOf(repository)).slice(-2)).toEqual([old.username, next.username]);

    await apply(pullSecret(namespace, 'regcred', { 'ghcr.io': next }));
    expect(await pullNow('after')).toEqual({ outcome: 'pulled' });
  });

  test('the kubelet remembers the Secret that pulled an image: an update in place needs no registry, a new name does', async () => {
    const repository = 'stable/remembered';
    await publish(repository);
    const namespace = await newNamespace('stable');
    const start = async (name: string, secret: string) => {
      const spec = { imagePullSecrets: [secret], imagePullPolicy: 'IfNotPresent' } as const;
      await apply(pod(namespace, name, `ghcr.io/${repository}:1`, spec));
      expect(await pullOf(namespace, name)).toEqual({ outcome: 'pulled' });
      return (await visitsTo(repository)).filter(({ username }) => username === account.username).length;
    };

    const account = await newAccount(repository);
    await apply(pullSecret(namespace, 'regcred', { 'ghcr.io': account }));
    const visits = await start('first', 'regcred');
    expect(visits).toBeGreaterThan(0);

    const rotated = await rotatePassword(account, repository);
    await apply(pullSecret(namespace, 'regcred', { 'ghcr.io': rotated }));
    expect(await start('updated-in-place', 'regcred')).toBe(visits);

    const again = await rotatePassword(account, repository);
    await apply(pullSecret(namespace, 'regcred-5f2a', { 'ghcr.io': again }));
    expect(await start('new-name', 'regcred-5f2a')).toBeGreaterThan(visits);
  });

  test('an image that another pod has pulled opens to nobody without a login', async () => {
    await publish('stable/present');
    const namespace = await newNamespace('stable');
    await apply(pullSecret(namespace, 'regcred', { 'ghcr.io': await newAccount('stable/present') }));
    await apply(pod(namespace, 'entitled', 'ghcr.io/stable/present:1', { imagePullSecrets: ['regcred'] }));
    expect(await pullOf(namespace, 'entitled')).toEqual({ outcome: 'pulled' });
    await apply(pod(namespace, 'stranger', 'ghcr.io/stable/present:1', { imagePullPolicy: 'IfNotPresent' }));
    expect(await pullOf(namespace, 'stranger')).toMatchObject({
      outcome: 'refused',
      reason: expect.stringMatching(/^(ErrImagePull|ImagePullBackOff)$/),
    });
  });
});

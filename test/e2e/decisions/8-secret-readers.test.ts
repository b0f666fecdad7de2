import { SecretReader, SecretReaders } from '../../../src';
import { apply, tryKubectl } from '../client/kubectl';
import { serviceAccount } from '../client/manifests';
import { newNamespace } from '../client/namespace';
import { describeOn } from '../client/suite';
import { synth } from '../client/synth';

describeOn('server', 'decision 8: only the named subjects read a pull secret, and only that one', () => {
  const SCANNER = 'scanner';
  let namespace: string;

  /** What `kubectl auth can-i` answers for the account. */
  async function canI(account: string, ...action: string[]): Promise<string> {
    const as = `--as=system:serviceaccount:${namespace}:${account}`;
    return (await tryKubectl('auth', 'can-i', ...action, as, '-n', namespace)).stdout.trim();
  }

  beforeAll(async () => {
    namespace = await newNamespace('readers');
    const readers = [SecretReader.serviceAccount(SCANNER)];
    await apply([
      serviceAccount(namespace, SCANNER),
      serviceAccount(namespace, 'other'),
      ...synth(
        (chart) => new SecretReaders(chart, 'readers', { namespaces: [namespace], secrets: ['regcred'], readers }),
      ),
    ]);
  });

  test.each([
    [SCANNER, ['get', 'secret/regcred'], 'yes'],
    [SCANNER, ['get', 'secret/database'], 'no'],
    [SCANNER, ['list', 'secrets'], 'no'],
    [SCANNER, ['watch', 'secrets'], 'no'],
    [SCANNER, ['update', 'secret/regcred'], 'no'],
    ['other', ['get', 'secret/regcred'], 'no'],
  ])('%s, %j: %s', async (account, action, answer) => {
    expect(await canI(account, ...action)).toBe(answer);
  });
});

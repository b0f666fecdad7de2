import { join } from 'node:path';
import { Testing } from 'cdk8s';
import { PrivateRegistryAccess } from '../../src';
import { temporaryFolder } from '../cli/temporary-folder';
import { newChart } from './synth';

const folder = temporaryFolder({
  'regcred.yaml': `
pullSecrets: [{name: by-hand, existing: true}]
access:
  shop: {namespaces: [shop], serviceAccounts: [{create: app}], podDefaults: false}
  search: {namespaces: [search]}
`,
});
const file = join(folder, 'regcred.yaml');

test('an entry of regcred.yaml is a PrivateRegistryAccess', () => {
  const chart = newChart();
  const { pullSecretNames } = PrivateRegistryAccess.fromConfig(chart, 'pull', { file, access: 'shop' });
  expect(pullSecretNames).toEqual(['by-hand']);
  expect(Testing.synth(chart)).toMatchObject([
    { kind: 'ServiceAccount', metadata: { name: 'app', namespace: 'shop' }, imagePullSecrets: [{ name: 'by-hand' }] },
  ]);
});

test.each([
  [{ file }, "'access' has shop, search: say which entry is meant"],
  [{ file, access: 'shpo' }, "it has no 'shpo', did you mean 'shop'?"],
  [{ file: join(folder, 'no.yaml') }, 'no such file or directory'],
])('what cannot be: %#', (props, message) => {
  expect(() => PrivateRegistryAccess.fromConfig(newChart(), 'pull', props)).toThrow(message);
});

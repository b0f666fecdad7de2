import { join } from 'node:path';
import { PrivateRegistryAccess } from '../../src/pulumi';
import { temporaryFolder } from '../cli/temporary-folder';
import { deploy, ofKind } from './mock-stack';

const folder = temporaryFolder({
  'regcred.yaml': `
pullSecrets: [{name: by-hand, existing: true}]
access:
  shop: {namespaces: [shop], serviceAccounts: [{create: app}], podDefaults: false}
`,
});

test('an entry of regcred.yaml is a PrivateRegistryAccess', async () => {
  const resources = await deploy(() => {
    PrivateRegistryAccess.fromConfig('pull', { file: join(folder, 'regcred.yaml'), access: 'shop' });
  });
  expect(ofKind(resources, 'ServiceAccount').map(({ inputs }) => inputs)).toMatchObject([
    { metadata: { name: 'app', namespace: 'shop' }, imagePullSecrets: [{ name: 'by-hand' }] },
  ]);
});

test('a file that is not there', () => {
  expect(() => PrivateRegistryAccess.fromConfig('pull', { file: join(folder, 'no.yaml') })).toThrow(
    "give the way to it as 'file'",
  );
});

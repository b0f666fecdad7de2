import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { parseConfig } from '../../src/config';
import { runCli } from '../cli/run-cli';
import { temporaryFolder } from '../cli/temporary-folder';

const GUIDE = readFileSync(join(__dirname, '..', '..', 'docs', 'guides', 'organisation.md'), 'utf8');

const [, CONFIG = ''] = /```yaml\n(# yaml-language-server[\s\S]*?)```/.exec(GUIDE) ?? [];

test('the regcred.yaml of the guide is one', () => {
  expect([...parseConfig(CONFIG, 'regcred.yaml').access.keys()]).toEqual(['shop', 'search']);
});

test('what the guide has Helm run puts the pull secrets in', async () => {
  const [, plugin = ''] = /```yaml\n(apiVersion: v1\ntype: postrenderer[\s\S]*?)```/.exec(GUIDE) ?? [];
  const { runtimeConfig } = load(plugin) as { runtimeConfig: { platformCommand: { command: string }[] } };
  const [, command = ''] = /```sh\n(helm install[\s\S]*?)```/.exec(GUIDE) ?? [];
  // Helm hands over the value of each flag as one argument, and that is all it hands over
  const args = [...command.matchAll(/--post-renderer-args (\S+)/g)].map(([, arg = '']) => arg);
  expect(runtimeConfig.platformCommand).toEqual([{ command: 'regcred' }]);

  const { code, stdout } = await runCli(args, {
    stdin: 'apiVersion: v1\nkind: Pod\nmetadata: {name: shop}\nspec: {containers: []}\n',
    env: { GHCR_USERNAME: 'bot', GHCR_PASSWORD: 'token', HARBOR_USERNAME: 'robot$shop', HARBOR_PASSWORD: 'token' },
    cwd: temporaryFolder({ 'regcred.yaml': CONFIG }),
  });
  expect(code).toBe(0);
  expect(stdout).toContain('imagePullSecrets:\n    - name: acme-registries');
});

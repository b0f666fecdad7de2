import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from '../cli/run-cli';
import { printed, synthesise } from './example-runner';

const EXAMPLES = join(__dirname, '..', '..', 'examples');
const programs = readdirSync(EXAMPLES).filter((name) => existsSync(join(EXAMPLES, name, 'main.ts')));

/** A ciphertext is another one in every synth. */
const CIPHERTEXT = /^( +encryptedData:\n +\.dockerconfigjson: )\S+$/gm;

test.each(programs)('%s', async (name) => {
  const folder = join(EXAMPLES, name);
  const manifests = synthesise(join(folder, 'main.ts'));
  const comparable = Object.entries(manifests).map(([file, text]) => [
    file,
    text.replace(CIPHERTEXT, '$1(ciphertext)'),
  ]);
  expect(Object.fromEntries(comparable)).toMatchSnapshot();

  const { code, stdout } = await runCli(['check', '-', '--format', 'json'], {
    stdin: Object.values(manifests).join('---\n'),
    cwd: folder,
  });
  expect(JSON.parse(stdout).findings.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([]);
  expect(code).toBe(0);
});

test('what AWS and the nodes need is printed, and is in no manifest', () => {
  const example = join(EXAMPLES, 'ecr-pull-identity');
  expect(printed(join(example, 'cloud.ts'))).toMatchSnapshot();
  expect(Object.values(synthesise(join(example, 'main.ts'))).join()).not.toMatch(/CredentialProviderConfig|Statement/);
});

test('the lecture, the introduction, several registries, cdk8s-plus, an org template and each back-end are there', () => {
  expect(programs).toEqual(
    expect.arrayContaining([
      'acr',
      'artifact-registry',
      'cdk8s-plus',
      'demo-1-pod',
      'demo-2-default-service-account',
      'demo-3-custom-service-account',
      'ecr-pull-identity',
      'ecr-refresh',
      'external-secrets',
      'multi-registry',
      'org-template',
      'placeholder',
      'regcred-pod',
      'rotation',
      'sealed',
      'vault',
    ]),
  );
});

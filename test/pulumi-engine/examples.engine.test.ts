import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describeEngine } from './harness/describe-engine';
import { Sandbox } from './harness/sandbox';

const EXAMPLES = join(__dirname, '..', '..', 'examples', 'pulumi');
const login = (prefix: string) => ({ [`${prefix}Username`]: 'acme-bot', [`${prefix}Password`]: 'hunter2-PW' });

/** Each example with its configuration, in an order in which one may read the outputs of another. */
const PROGRAMS: Record<string, Readonly<Record<string, string>>> = {
  quickstart: { ...login('ghcr'), ...login('dockerHub') },
  'org-template/payments': { ...login('acme:ghcr'), ...login('acme:harbor') },
  'org-template/search': { ...login('acme:ghcr'), ...login('acme:harbor') },
  'eks/iam': { accountId: '111122223333', issuer: 'https://oidc.eks.eu-central-1.amazonaws.com/id/EXAMPLE' },
  'eks/workload': { iamStack: 'organization/eks-iam/dev' },
};

describeEngine('examples/pulumi', () => {
  let sandbox: Sandbox;
  let folder: string;
  beforeAll(() => {
    sandbox = Sandbox.create();
    folder = sandbox.copyProgram(EXAMPLES);
  });
  afterAll(() => sandbox.dispose());

  test.each(Object.entries(PROGRAMS))('%s: previewed and deployed, with the pull check', async (example, config) => {
    const program = join(folder, example);
    const run = async (...args: readonly string[]) => {
      const result = await sandbox.cli(program, ...args);
      if (result.code !== 0) throw new Error(result.output);
      expect(result.output).not.toContain('hunter2-PW');
      return result.output;
    };
    await run('stack', 'init', 'dev');
    await run('config', 'set', 'kubernetes:enableSecretMutable', 'true');
    for (const [key, value] of Object.entries(config)) {
      await run('config', 'set', ...(key.endsWith('Password') ? ['--secret'] : []), key, value);
    }
    sandbox.forgetRequests();
    const output = await run('up', '--yes', '--policy-pack', join(folder, 'policy'));
    expect(output).toContain('✅ acme-pull-check');
    expect(sandbox.created().map(summary).sort()).toMatchSnapshot();
    expect(sandbox.filesWith('hunter2-PW')).toEqual([]);
  });

  test('an image without a credential stops the preview, with the finding and the fix', async () => {
    const program = join(folder, 'quickstart');
    const args = ['preview', '--stack', 'dev', '--policy-pack', join(folder, 'policy')];
    const { code, output } = await sandbox.cli(program, ...args, '--config', 'image=quay.io/acme/api:3.1.0');
    expect(code).not.toBe(0);
    expect(output.replace(/\s+/g, ' ')).toMatch(
      /\[mandatory\].*missing-credential: spec\.template\.spec\.containers\[0\]\.image: .*quay\.io/,
    );
  });

  test('what a first preview cannot know is unknown until up, and no error', async () => {
    const own = Sandbox.create();
    const program = own.copyProgram(join(__dirname, 'fixtures', 'unknown'));
    await own.cli(program, 'stack', 'init', 'dev');
    await own.cli(program, 'config', 'set', 'kubernetes:enableSecretMutable', 'true');
    const policy = ['--policy-pack', join(folder, 'policy')];
    const preview = await own.cli(program, 'preview', ...policy);
    expect(preview.output).not.toContain('[mandatory]');
    expect(preview.code).toBe(0);
    for (const name of ['api', 'web']) {
      expect(preview.output).toMatch(
        `unknown until up: whether 'ghcr.io/acme/${name}:1' of container '${name}' will be pulled`,
      );
    }
    const up = await own.cli(program, 'up', '--yes', '--skip-preview', ...policy);
    expect(up).toMatchObject({ code: 0, output: expect.stringContaining('✅ acme-pull-check') });
    expect(`${preview.output}${up.output}`).not.toContain('hunter2-PW');
    own.dispose();
  });

  test('every example is run', () => {
    const folders = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' });
    const programs = folders
      .filter((file) => file.endsWith('Pulumi.yaml'))
      .map((file) => file.replace('/Pulumi.yaml', ''));
    expect(programs.sort()).toEqual(Object.keys(PROGRAMS).sort());
  });
});

/** `Deployment payments/api: regcred, as app`. */
function summary(object: Readonly<Record<string, unknown>>): string {
  const { name, namespace = '' } = object.metadata as { name: string; namespace?: string };
  const text = JSON.stringify(object.spec ?? object);
  const secrets = [...text.matchAll(/"imagePullSecrets":\[(.*?)\]/g)].map(([, list]) => list);
  const account = /"serviceAccountName":"([^"]*)"/.exec(text)?.[1];
  return [`${object.kind} ${namespace}/${name}`, ...secrets, ...(account ? [`as ${account}`] : [])].join(' ');
}

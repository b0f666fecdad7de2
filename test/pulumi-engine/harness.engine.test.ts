import { join } from 'node:path';
import { Secret, ServiceAccountPatch } from '@pulumi/kubernetes/core/v1';
import * as pulumi from '@pulumi/pulumi';
import { describeEngine } from './harness/describe-engine';
import { Sandbox } from './harness/sandbox';

describeEngine('the harness: a real engine, and a provider that records what it is asked', () => {
  let sandbox: Sandbox;
  beforeAll(() => {
    sandbox = Sandbox.create(['app1-ns']);
  });
  afterAll(() => sandbox.dispose());

  const program = async () => {
    new Secret('pull', {
      metadata: { name: 'regcred', namespace: 'app1-ns' },
      type: 'kubernetes.io/dockerconfigjson',
      data: { '.dockerconfigjson': 'e30=' },
    });
    new pulumi.ComponentResource('test:index:Leak', 'leak', { password: 'open-as-a-book' });
  };

  test('up creates, preview does not, and secrets are seen as secrets', async () => {
    const stack = await sandbox.stack('dev', program);
    await stack.preview();
    expect(sandbox.created()).toEqual([]);
    expect((await stack.up()).summary.resourceChanges).toEqual({ create: 3 });
    expect(sandbox.created()).toMatchObject([{ kind: 'Secret', metadata: { name: 'regcred' } }]);
    expect(sandbox.requests('create').at(-1)?.secrets).toEqual(['.data']);
    expect((await stack.up()).summary.resourceChanges).toEqual({ same: 3 });
  });

  test('the search of the backend finds a leak, and only a leak', () => {
    expect(sandbox.filesWith('open-as-a-book').length).toBeGreaterThan(0);
    expect(sandbox.filesWith('e30=')).toEqual([]);
  });

  test('the list of a ServiceAccount that another manager owns conflicts, as on a real API server', async () => {
    const account = { metadata: { name: 'default', namespace: 'app1-ns' } };
    sandbox.cluster.apply(
      { apiVersion: 'v1', kind: 'ServiceAccount', ...account, imagePullSecrets: [{ name: 'theirs' }] },
      'before-first-apply',
      false,
    );
    const stack = await sandbox.stack('conflict', async () => {
      new ServiceAccountPatch('patch', { ...account, imagePullSecrets: [{ name: 'ours' }] });
    });
    await stack.preview();
    await expect(stack.up()).rejects.toThrow(/conflict with "before-first-apply" using v1: \.imagePullSecrets/);
  });

  test('the CLI runs a TypeScript program and a policy pack, with our language host', async () => {
    const program = sandbox.copyProgram(join(__dirname, 'fixtures', 'program'));
    expect(await sandbox.cli(program, 'stack', 'init', 'cli')).toMatchObject({ code: 0 });
    await sandbox.cli(program, 'config', 'set', '--secret', 'password', 'hidden-from-all', '--stack', 'cli');
    const preview = await sandbox.cli(
      program,
      'preview',
      '--stack',
      'cli',
      '--policy-pack',
      join(__dirname, 'fixtures', 'policy'),
    );
    expect(preview.output).toContain('sees kubernetes:core/v1:Secret');
    expect(preview.output).not.toContain('hidden-from-all');
    expect(preview.code).not.toBe(0);
  });
});

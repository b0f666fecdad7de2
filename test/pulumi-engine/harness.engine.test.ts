import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Secret, ServiceAccountPatch } from '@pulumi/kubernetes/core/v1';
import { Chart as ChartV3 } from '@pulumi/kubernetes/helm/v3';
import { Chart as ChartV4 } from '@pulumi/kubernetes/helm/v4';
import { ConfigGroup } from '@pulumi/kubernetes/yaml';
import { ConfigGroup as ConfigGroupV2 } from '@pulumi/kubernetes/yaml/v2';
import * as pulumi from '@pulumi/pulumi';
import { describeEngine } from './harness/describe-engine';
import { Sandbox } from './harness/sandbox';

const CHART = join(__dirname, 'fixtures', 'chart');
const MANIFEST = readFileSync(join(CHART, 'templates', 'deployment.yaml'), 'utf8');

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
    expect(preview.output).toMatch(/sees kubernetes:core\/v1:Secret .*secrets decrypted/);
    expect(preview.output).not.toContain('hidden-from-all');
    expect(preview.code).not.toBe(0);
  });

  test.each([
    ['helm.v3.Chart', () => new ChartV3('chart', { path: CHART, namespace: 'app1-ns' })],
    ['helm.v4.Chart', () => new ChartV4('chart', { chart: CHART, namespace: 'app1-ns' })],
    ['yaml.ConfigGroup', () => new ConfigGroup('group', { yaml: MANIFEST })],
    ['yaml.v2.ConfigGroup', () => new ConfigGroupV2('group', { yaml: MANIFEST })],
  ])('a transform of the stack reaches what %s makes', async (name, make) => {
    const own = Sandbox.create(['app1-ns']);
    const stack = await own.stack(name, async () => {
      pulumi.runtime.registerResourceTransform(({ type, props, opts }) =>
        type.endsWith(':Deployment') ? { props: { ...props, seen: true }, opts } : undefined,
      );
      make();
    });
    await stack.up();
    expect(own.created()).toMatchObject([{ kind: 'Deployment', metadata: { name: 'charted' }, seen: true }]);
    own.dispose();
  });
});

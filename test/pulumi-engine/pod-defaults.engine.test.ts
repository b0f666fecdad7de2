import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Deployment } from '@pulumi/kubernetes/apps/v1';
import { Job } from '@pulumi/kubernetes/batch/v1';
import { ConfigMap, Secret } from '@pulumi/kubernetes/core/v1';
import { Chart as ChartV3 } from '@pulumi/kubernetes/helm/v3';
import { Chart as ChartV4 } from '@pulumi/kubernetes/helm/v4';
import { ConfigGroup } from '@pulumi/kubernetes/yaml';
import { ConfigGroup as ConfigGroupV2 } from '@pulumi/kubernetes/yaml/v2';
import * as pulumi from '@pulumi/pulumi';
import { podDefaults } from '../../src/pulumi';
import { describeEngine } from './harness/describe-engine';
import { Sandbox } from './harness/sandbox';

const CHART = join(__dirname, 'fixtures', 'chart');
const MANIFEST = readFileSync(join(CHART, 'templates', 'deployment.yaml'), 'utf8');
const FILLED = [{ kind: 'Deployment', spec: { template: { spec: { imagePullSecrets: [{ name: 'regcred' }] } } } }];

describeEngine('podDefaults, with the engine', () => {
  let sandbox: Sandbox;
  beforeEach(() => {
    sandbox = Sandbox.create(['payments', 'app1-ns']);
  });
  afterEach(() => sandbox.dispose());

  const deployment = (env: pulumi.Input<string>, opts?: pulumi.CustomResourceOptions) =>
    new Deployment(
      'web',
      {
        metadata: { name: 'web', namespace: 'payments' },
        spec: {
          selector: { matchLabels: { app: 'web' } },
          template: {
            metadata: { labels: { app: 'web' } },
            spec: { containers: [{ name: 'web', image: 'ghcr.io/acme/web:1', env: [{ name: 'IT', value: env }] }] },
          },
        },
      },
      opts,
    );
  const pullSecret = () => new Secret('pull', { metadata: { name: 'regcred', namespace: 'payments' } });

  test.each([
    ['helm.v3.Chart', () => new ChartV3('chart', { path: CHART, namespace: 'payments' })],
    ['helm.v4.Chart', () => new ChartV4('chart', { chart: CHART, namespace: 'payments' })],
    ['yaml.ConfigGroup', () => new ConfigGroup('group', { yaml: MANIFEST })],
    ['yaml.v2.ConfigGroup', () => new ConfigGroupV2('group', { yaml: MANIFEST })],
  ])('for the stack, it reaches what %s makes', async (name, make) => {
    const stack = await sandbox.stack(name, async () => {
      pulumi.runtime.registerResourceTransform(podDefaults('regcred'));
      make();
    });
    await stack.up();
    expect(sandbox.created()).toMatchObject(FILLED);
  });

  test('for a component, it reaches its children, and nobody else', async () => {
    const stack = await sandbox.stack('dev', async () => {
      const parent = new pulumi.ComponentResource(
        'test:index:Team',
        'team',
        {},
        { transforms: [podDefaults('regcred')] },
      );
      deployment('a', { parent });
      new Deployment('other', {
        metadata: { name: 'other', namespace: 'payments' },
        spec: { selector: {}, template: {} },
      });
    });
    await stack.up();
    const made = (name: string) =>
      sandbox.created().find(({ metadata }) => JSON.stringify(metadata).includes(`"${name}"`));
    expect([made('web')]).toMatchObject(FILLED);
    expect(made('other')?.spec).toEqual({ selector: {}, template: {} });
  });

  test.each([
    ['the stack', false],
    ['the resource itself', true],
  ])('as a transform of %s, it makes the workload depend on the Secret, beside what it depended on', async (_, own) => {
    const stack = await sandbox.stack('dev', async () => {
      const transform = podDefaults(pullSecret());
      if (!own) pulumi.runtime.registerResourceTransform(transform);
      const settings = new ConfigMap('settings', { metadata: { name: 'settings', namespace: 'payments' } });
      deployment(settings.metadata.name, own ? { transforms: [transform] } : {});
    });
    await stack.up();
    sandbox.forgetRequests();
    await stack.destroy();
    const order = sandbox.requests('delete').map(({ type }) => type.split(':').pop());
    expect(order[0]).toBe('Deployment');
    expect(order.slice(1).sort()).toEqual(['ConfigMap', 'Secret']);
  });

  test('a Job of a fixed name is still deleted before it is made again', async () => {
    const migrate = (image: string) =>
      sandbox.stack('dev', async () => {
        pulumi.runtime.registerResourceTransform(podDefaults('regcred'));
        const template = { spec: { containers: [{ name: 'it', image }], restartPolicy: 'Never' } };
        new Job('migrate', { metadata: { name: 'migrate', namespace: 'payments' }, spec: { template } });
      });
    await (await migrate('ghcr.io/acme/migrate:1')).up();
    expect((await (await migrate('ghcr.io/acme/migrate:2')).up()).summary.resourceChanges).toMatchObject({
      replace: 1,
    });
  });

  test('a secret in the pod is one in the state and for the provider', async () => {
    const stack = await sandbox.stack('dev', async () => {
      pulumi.runtime.registerResourceTransform(podDefaults('regcred'));
      deployment(pulumi.secret('hunter2-PW'));
    });
    await stack.up();
    expect(sandbox.created()).toMatchObject(FILLED);
    expect(sandbox.filesWith('hunter2-PW')).toEqual([]);
  });

  test('what a preview knows it shows, though a value is known later only', async () => {
    const stack = await sandbox.stack('dev', async () => {
      pulumi.runtime.registerResourceTransform(podDefaults('regcred'));
      deployment(pulumi.output(pulumi.runtime.isDryRun() ? (pulumi.unknown as unknown as string) : 'known'));
    });
    await stack.preview();
    const [check] = sandbox.requests('check');
    expect(check?.inputs).toMatchObject(FILLED[0] ?? {});
    expect(check?.unknowns).toEqual(['.spec.template.spec.containers[0].env[0].value']);
  });
});

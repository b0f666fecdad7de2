import { Provider } from '@pulumi/kubernetes';
import { Deployment } from '@pulumi/kubernetes/apps/v1';
import { Namespace } from '@pulumi/kubernetes/core/v1';
import * as pulumi from '@pulumi/pulumi';
import {
  InputCredentials,
  PrivateRegistryAccess,
  PullSecret,
  Registry,
  RuntimeIdentity,
  ServiceAccountBinding,
  WorkloadIdentity,
} from '../../src/pulumi';
import { describeEngine } from './harness/describe-engine';
import { Sandbox } from './harness/sandbox';

const PASSWORD = 'hunter2-PW';

const ghcr = (password: pulumi.Input<string> = PASSWORD, name = 'regcred') =>
  PullSecret.fromLogins({ name, logins: [Registry.ghcr().login(InputCredentials.of({ username: 'bot', password }))] });

/** A workload whose image is private. */
const web = (namespace?: pulumi.Input<string>, name = 'web', opts: pulumi.CustomResourceOptions = {}) =>
  new Deployment(
    name,
    {
      metadata: { name, namespace },
      spec: {
        selector: { matchLabels: { app: 'web' } },
        template: {
          metadata: { labels: { app: 'web' } },
          spec: { containers: [{ name: 'web', image: 'ghcr.io/acme/web:1' }] },
        },
      },
    },
    opts,
  );

const IN_PLACE = { 'kubernetes:enableSecretMutable': { value: 'true' } };

describeEngine('one stack, from up to destroy', () => {
  let sandbox: Sandbox;
  beforeAll(() => {
    sandbox = Sandbox.create(['payments']);
  });
  afterAll(() => sandbox.dispose());

  const program =
    (password = PASSWORD, name = 'pull', opts?: pulumi.ComponentResourceOptions) =>
    async () => {
      new PrivateRegistryAccess(
        name,
        {
          namespaces: ['payments'],
          pullSecrets: [ghcr(password)],
          serviceAccounts: [ServiceAccountBinding.patchDefault(), ServiceAccountBinding.create({ name: 'app' })],
        },
        opts,
      );
      web('payments');
    };

  test('up makes the Secret, binds the accounts and fills in the pod', async () => {
    const stack = await sandbox.stack('dev', program(), IN_PLACE);
    await stack.preview();
    expect((await stack.up()).summary.resourceChanges).toEqual({ create: 6 });
    expect(sandbox.cluster.keys()).toEqual([
      'Deployment/payments/web',
      'Namespace//payments',
      'Secret/payments/regcred',
      'ServiceAccount/payments/app',
      'ServiceAccount/payments/default',
    ]);
    for (const account of ['default', 'app']) {
      expect(sandbox.cluster.pullSecretsOf('payments', account)).toEqual(['regcred']);
    }
    expect(sandbox.created().find(({ kind }) => kind === 'Deployment')).toHaveProperty(
      'spec.template.spec.imagePullSecrets',
      [{ name: 'regcred' }],
    );
  });

  test.each([
    ['the password', PASSWORD],
    ['the auth field', Buffer.from(`bot:${PASSWORD}`).toString('base64')],
    [
      'the auth field in the data',
      Buffer.from(`"auth":"${Buffer.from(`bot:${PASSWORD}`).toString('base64')}`)
        .toString('base64')
        .slice(4, 40),
    ],
    ['the data', Buffer.from('{"auths":{"ghcr.io"').toString('base64').slice(0, 20)],
  ])('no file of the backend holds %s, though it was a plain string', (_, text) => {
    expect(sandbox.filesWith(text)).toEqual([]);
  });

  test('a second up changes nothing', async () => {
    const stack = await sandbox.stack('dev', program(), IN_PLACE);
    expect((await stack.up()).summary.resourceChanges).toEqual({ same: 6 });
  });

  test('another password updates the Secret in place, under its name', async () => {
    sandbox.forgetRequests();
    const stack = await sandbox.stack('dev', program('rotated-PW'), IN_PLACE);
    expect((await stack.up()).summary.resourceChanges).toEqual({ same: 5, update: 1 });
    const updates = sandbox.requests('update').filter(({ preview }) => !preview);
    expect(updates).toMatchObject([{ type: 'kubernetes:core/v1:Secret', inputs: { metadata: { name: 'regcred' } } }]);
    expect(sandbox.filesWith('rotated-PW')).toEqual([]);
  });

  test('a component that is renamed with an alias keeps its resources', async () => {
    const stack = await sandbox.stack(
      'dev',
      program('rotated-PW', 'pull', { aliases: [{ name: 'former' }] }),
      IN_PLACE,
    );
    expect((await stack.up()).summary.resourceChanges).toEqual({ same: 6 });
    const renamed = program('rotated-PW', 'renamed', { aliases: [{ name: 'pull' }] });
    const again = await sandbox.stack('dev', renamed, IN_PLACE);
    expect((await again.up()).summary.resourceChanges).toEqual({ same: 6 });
  });

  test('destroy takes the workload first, then the accounts, then the Secret; the default account stays without us', async () => {
    sandbox.forgetRequests();
    const stack = await sandbox.stack('dev', program(), IN_PLACE);
    await stack.destroy();
    const order = sandbox.requests('delete').map(({ type }) => type.split(':').pop() ?? '');
    expect(order.indexOf('Deployment')).toBeLessThan(order.indexOf('Secret'));
    expect(order.indexOf('ServiceAccountPatch')).toBeLessThan(order.indexOf('Secret'));
    expect(sandbox.cluster.keys()).toEqual(['Namespace//payments', 'ServiceAccount/payments/default']);
    expect(sandbox.cluster.pullSecretsOf('payments', 'default')).toEqual([]);
  });
});

describeEngine('renames', () => {
  const access = (name: string, namespace: pulumi.Input<string> | Namespace, opts?: pulumi.ComponentResourceOptions) =>
    new PrivateRegistryAccess(
      name,
      {
        namespaces: [namespace],
        pullSecrets: [ghcr()],
        serviceAccounts: [ServiceAccountBinding.create({ name: 'app' })],
      },
      opts,
    );

  test.each<[string, () => void, () => void]>([
    [
      'of a component whose namespaces are outputs',
      () => access('former', pulumi.output('payments')),
      () => access('pull', pulumi.output('payments'), { aliases: [{ name: 'former' }] }),
    ],
    [
      'of a component that the component is called after',
      () => {
        const parent = new pulumi.ComponentResource('test:index:Team', 'former');
        access('former-pull', pulumi.output('payments'), { parent });
      },
      () => {
        const parent = new pulumi.ComponentResource('test:index:Team', 'team', {}, { aliases: [{ name: 'former' }] });
        access('team-pull', pulumi.output('payments'), { parent });
      },
    ],
    [
      'of a Namespace',
      () => access('pull', new Namespace('former', { metadata: { name: 'team' } })),
      () => access('pull', new Namespace('team', { metadata: { name: 'team' } }, { aliases: [{ name: 'former' }] })),
    ],
  ])('%s, with an alias, keep every resource', async (_, before, after) => {
    const sandbox = Sandbox.create(['payments']);
    await (await sandbox.stack('dev', async () => before(), IN_PLACE)).up();
    const { resourceChanges } = (await (await sandbox.stack('dev', async () => after(), IN_PLACE)).up()).summary;
    expect(Object.keys(resourceChanges ?? {})).toEqual(['same']);
    sandbox.dispose();
  });
});

describeEngine('the list of an account that somebody else wrote', () => {
  let sandbox: Sandbox;
  beforeEach(() => {
    sandbox = Sandbox.create(['payments']);
    const metadata = { name: 'default', namespace: 'payments' };
    const theirs = { apiVersion: 'v1', kind: 'ServiceAccount', metadata, imagePullSecrets: [{ name: 'theirs' }] };
    sandbox.cluster.apply(theirs, 'kubectl', false);
  });
  afterEach(() => sandbox.dispose());

  const patched =
    (onConflict: 'fail' | 'replace', opts: pulumi.ComponentResourceOptions = {}) =>
    async () => {
      new PrivateRegistryAccess(
        'pull',
        {
          namespaces: ['payments'],
          pullSecrets: [ghcr(), PullSecret.existing('theirs')],
          serviceAccounts: [ServiceAccountBinding.patchDefault()],
          onConflict,
        },
        opts,
      );
    };
  const list = () => sandbox.cluster.pullSecretsOf('payments', 'default');

  test('fail: the preview is clean, up is not, and the list is theirs still', async () => {
    const stack = await sandbox.stack('dev', patched('fail'), IN_PLACE);
    await stack.preview();
    await expect(stack.up()).rejects.toThrow(/conflict with "kubectl"/);
    expect(list()).toEqual(['theirs']);
  });

  test.each([
    ['destroy does not bring it back', {}, []],
    ['destroy leaves it as it is, with retainOnDelete', { retainOnDelete: true }, ['regcred', 'theirs']],
  ])('replace: the list is ours, and %s', async (_, opts, left) => {
    const stack = await sandbox.stack('dev', patched('replace', opts), IN_PLACE);
    await stack.up();
    expect(list()).toEqual(['regcred', 'theirs']);
    await stack.destroy();
    expect(list()).toEqual(left);
  });
});

describeEngine('namespaces and clusters', () => {
  test('a Namespace of the program comes first, and two stacks do not know of one another', async () => {
    const sandbox = Sandbox.create();
    for (const stage of ['dev', 'prod']) {
      const stack = await sandbox.stack(
        stage,
        async () => {
          const namespace = new Namespace('team', { metadata: { name: `team-${pulumi.getStack()}` } });
          new PrivateRegistryAccess('pull', {
            namespaces: [namespace],
            pullSecrets: [ghcr()],
            serviceAccounts: [ServiceAccountBinding.patchDefault()],
          });
          web(namespace.metadata.name);
        },
        IN_PLACE,
      );
      expect((await stack.up()).summary.resourceChanges).toEqual({ create: 6 });
      expect(sandbox.cluster.pullSecretsOf(`team-${stage}`, 'default')).toEqual(['regcred']);
    }
    const deployments = sandbox.created().filter(({ kind }) => kind === 'Deployment');
    expect(deployments).toMatchObject(
      ['team-dev', 'team-prod'].map((namespace) => ({
        metadata: { namespace },
        spec: { template: { spec: { imagePullSecrets: [{ name: 'regcred' }] } } },
      })),
    );
    sandbox.dispose();
  });

  test('pods get the pull secrets of their own cluster, also where its provider says in which namespace they are', async () => {
    const sandbox = Sandbox.create(['payments']);
    const stack = await sandbox.stack(
      'dev',
      async () => {
        const west = new Provider('west', { namespace: 'payments', enableSecretMutable: true });
        for (const provider of [undefined, west]) {
          const name = provider ? 'west' : 'own';
          new PrivateRegistryAccess(
            name,
            { namespaces: ['payments'], pullSecrets: [ghcr(PASSWORD, name)] },
            { provider },
          );
          web(undefined, `in-${name}`, { provider });
        }
      },
      { ...IN_PLACE, 'kubernetes:namespace': { value: 'payments' } },
    );
    await stack.up();
    for (const name of ['own', 'west']) {
      const pod = sandbox.created().find(({ metadata }) => JSON.stringify(metadata).includes(`in-${name}`));
      expect(pod).toHaveProperty('spec.template.spec.imagePullSecrets', [{ name }]);
    }
    sandbox.dispose();
  });

  test('what the component depends on may be pods of its namespaces: they get the list, and do not wait', async () => {
    const sandbox = Sandbox.create(['payments']);
    const stack = await sandbox.stack(
      'dev',
      async () => {
        const before = web('payments', 'before');
        const namespace = new Namespace('team', { metadata: { name: 'team' } }, { dependsOn: before });
        const access = { namespaces: ['payments', namespace], pullSecrets: [ghcr()] };
        new PrivateRegistryAccess('pull', access, { dependsOn: before });
        const runtime = RuntimeIdentity.eksIrsa({ roleArn: 'arn:aws:iam::111122223333:role/api' });
        const identity = { namespaces: ['payments'], serviceAccount: 'api', runtime };
        new WorkloadIdentity('api', identity, { dependsOn: before });
        web('payments', 'after', { parent: namespace });
      },
      IN_PLACE,
    );
    await stack.up();
    for (const name of ['before', 'after']) {
      const made = sandbox.created().find(({ metadata }) => JSON.stringify(metadata).includes(`"${name}"`));
      expect(made).toHaveProperty('spec.template.spec.imagePullSecrets', [{ name: 'regcred' }]);
    }
    const order = sandbox.created().map(({ kind, metadata }) => `${kind} ${Reflect.get(Object(metadata), 'name')}`);
    const places = ['Deployment before', 'Secret regcred', 'Deployment after'].map((what) => order.indexOf(what));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    sandbox.dispose();
  });

  test('two components that bind one account patch it once', async () => {
    const sandbox = Sandbox.create(['payments']);
    const stack = await sandbox.stack('dev', async () => {
      const common = { namespaces: ['payments'], serviceAccounts: [ServiceAccountBinding.patchDefault()] };
      new PrivateRegistryAccess('one', { ...common, pullSecrets: [ghcr(PASSWORD, 'one')] });
      new PrivateRegistryAccess('two', { ...common, pullSecrets: [ghcr(PASSWORD, 'two')] });
    });
    await stack.up();
    expect(sandbox.cluster.pullSecretsOf('payments', 'default')).toEqual(['one', 'two']);
    sandbox.dispose();
  });
});

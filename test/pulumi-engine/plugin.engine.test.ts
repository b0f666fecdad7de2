import { join } from 'node:path';
import { ComponentResource, type Inputs, secret } from '@pulumi/pulumi';
import { describeEngine } from './harness/describe-engine';
import { Sandbox } from './harness/sandbox';

/** What a generated SDK of any language does: it asks the engine, and the engine asks the plugin. */
class RemoteAccess extends ComponentResource {
  public constructor(name: string, args: Inputs) {
    super('regcred:index:RegistryAccess', name, args, {}, true);
  }
}

describeEngine('pulumi-plugin: the component for other languages', () => {
  let sandbox: Sandbox;
  beforeAll(() => {
    sandbox = Sandbox.create(['payments']);
  });
  afterAll(() => sandbox.dispose());

  test('its schema has strings only, and depends on no other package', async () => {
    const plugin = join(process.env.REGCRED_ENGINE_PLUGINS ?? '', 'pulumi-resource-regcred');
    const { code, output } = await sandbox.cli(sandbox.backend, 'package', 'get-schema', plugin);
    if (code !== 0) throw new Error(output);
    expect(JSON.parse(output.slice(output.indexOf('{')))).toMatchSnapshot();
  });

  test('a folder is no source with an @ in its path: what follows is a version', async () => {
    const { code, output } = await sandbox.cli(sandbox.backend, 'package', 'get-schema', './@regcred/pulumi-plugin');
    expect(code).not.toBe(0);
    expect(output).toContain('expected "" to have an executable');
  });

  test('a program of another process gets the Secret and one patch, and no password is in the state', async () => {
    const program = async () => {
      new RemoteAccess('pull', {
        namespaces: ['payments'],
        logins: [{ server: 'ghcr.io/acme/', username: 'bot', password: secret('hunter2-PW') }],
        patchServiceAccounts: ['default'],
      });
    };
    const stack = await sandbox.stack('dev', program, { 'kubernetes:enableSecretMutable': { value: 'true' } });
    await stack.up();
    expect(sandbox.cluster.keys()).toContain('Secret/payments/regcred');
    expect(sandbox.cluster.pullSecretsOf('payments', 'default')).toEqual(['regcred']);
    expect(sandbox.filesWith('hunter2-PW')).toEqual([]);
    expect(Object.keys((await stack.up()).summary.resourceChanges ?? {})).toEqual(['same']);
  });
});

import { ConfigMap, Namespace, Secret } from '@pulumi/kubernetes/core/v1';
import { output } from '@pulumi/pulumi';
import {
  InputCredentials,
  PrivateRegistryAccess,
  type PrivateRegistryAccessArgs,
  PullSecret,
  podDefaults,
  Registry,
  ServiceAccountBinding,
  WorkloadIdentity,
} from '../../src/pulumi';
import { deploy, type MockOptions } from './mock-stack';

const PASSWORD = 'hunter2-PW';
const withLogin = (login: object) => ({
  pullSecrets: [PullSecret.fromLogins({ logins: [Registry.ghcr().login(InputCredentials.of(login as never))] })],
});
const GOOD: PrivateRegistryAccessArgs = {
  namespaces: ['payments'],
  ...withLogin({ username: 'bot', password: PASSWORD }),
};
const OTHER = { ...GOOD, pullSecrets: [PullSecret.existing('other')] };
const patched = { ...GOOD, serviceAccounts: [ServiceAccountBinding.patchDefault()] };
const access = (args: object) => () =>
  new PrivateRegistryAccess('pull', { ...GOOD, ...args } as PrivateRegistryAccessArgs);

/** The error that a deployment fails with. */
async function failure(program: () => unknown, options?: MockOptions): Promise<string> {
  try {
    await deploy(program, options);
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    expect(message).not.toContain(PASSWORD);
    return `${code}: ${message}`;
  }
  throw new Error('the deployment was fine');
}

const cases: readonly [string, () => unknown, MockOptions?][] = [
  ['a password that is undefined', () => withLogin({ username: 'bot', password: undefined })],
  ['a password that is empty', () => withLogin({ username: 'bot', password: '' })],
  ['a login that is left out', () => InputCredentials.of(undefined as never)],
  ['a prefix alone for the configuration', () => InputCredentials.fromConfig('ghcr' as never)],
  ['a configuration without a prefix', () => InputCredentials.fromConfig({} as never)],
  ['a username that is undefined', () => withLogin({ username: undefined, password: PASSWORD })],
  [
    'a configuration without the login',
    access({
      pullSecrets: [
        PullSecret.fromLogins({ logins: [Registry.ghcr().login(InputCredentials.fromConfig({ prefix: 'ghcr' }))] }),
        PullSecret.fromLogins({
          name: 'quay',
          logins: [Registry.quay().login(InputCredentials.fromConfig({ prefix: 'quay', namespace: 'acme' }))],
        }),
      ],
    }),
  ],
  ['a Secret name that is no DNS label', () => PullSecret.existing('My_Secret')],
  ['a namespace that is no DNS label', access({ namespaces: ['My_Team'] })],
  ['{} for a namespace', access({ namespaces: [{}] })],
  ['a resource that is no Namespace', () => access({ namespaces: [new ConfigMap('team')] })()],
  ['an output for the list of namespaces', access({ namespaces: output(['payments']) })],
  ['no list of pull secrets', access({ pullSecrets: undefined })],
  ['a binding for the list of bindings', access({ serviceAccounts: ServiceAccountBinding.patchDefault() })],
  ['undefined for a namespace', access({ namespaces: ['payments', undefined] })],
  ['a namespace twice', access({ namespaces: ['payments', 'payments'] })],
  [
    'a Namespace resource twice',
    () => {
      const namespace = new Namespace('team');
      return access({ namespaces: [namespace, namespace] })();
    },
  ],
  ['no arguments', () => new PrivateRegistryAccess('pull', undefined as never)],
  ['no arguments of an identity', () => new WorkloadIdentity('api', undefined as never)],
  ['a policy on conflicts that is none', access({ ...patched, onConflict: 'force' })],
  ['no namespace', access({ namespaces: [] })],
  ['{} for a pull secret', access({ pullSecrets: [{}] })],
  ['{} for a binding', access({ serviceAccounts: [{}] })],
  ['an output for a pull secret', access({ pullSecrets: [output(PullSecret.existing('regcred'))] })],
  ['a Secret of the program for a pull secret', () => access({ pullSecrets: [new Secret('regcred')] })()],
  ['an output for a binding', access({ serviceAccounts: [output(ServiceAccountBinding.patchDefault())] })],
  ['an account twice', access({ serviceAccounts: [1, 2].map(() => ServiceAccountBinding.patchDefault()) })],
  ['default, created', access({ serviceAccounts: [ServiceAccountBinding.create({ name: 'default' })] })],
  [
    'default, created for an identity',
    () =>
      new WorkloadIdentity('api', { namespaces: ['payments'], serviceAccount: 'default', createServiceAccount: true }),
  ],
  [
    'a Secret that two components make',
    () => {
      access({})();
      new PrivateRegistryAccess('two', GOOD);
    },
  ],
  [
    'a pull secret for each namespace, and a namespace without a name yet',
    () => {
      const pullSecrets = [PullSecret.perNamespace({ namespaces: { payments: PullSecret.existing('regcred') } })];
      access({ namespaces: [new Namespace('team')], pullSecrets })();
    },
  ],
  [
    'an account that one component creates and another patches',
    () => {
      access({ serviceAccounts: [ServiceAccountBinding.create({ name: 'app' })] })();
      new PrivateRegistryAccess('two', { ...OTHER, serviceAccounts: [ServiceAccountBinding.patch({ name: 'app' })] });
    },
  ],
  [
    'an account whose labels differ',
    () => {
      const namespaces = [new Namespace('team')];
      const app = (tier: string) => [ServiceAccountBinding.create({ name: 'app', labels: { tier } })];
      access({ namespaces, serviceAccounts: app('web') })();
      new PrivateRegistryAccess('two', { ...OTHER, namespaces, serviceAccounts: app('batch') });
    },
  ],
  [
    'an account that is replaced here and not there',
    () => {
      access({ ...patched, onConflict: 'replace' })();
      new PrivateRegistryAccess('two', { ...patched, ...OTHER });
    },
  ],
  [
    'an account that is bound too late',
    async () => {
      access(patched)();
      await new Promise(setImmediate);
      new PrivateRegistryAccess('two', { ...patched, pullSecrets: [PullSecret.existing('late')] });
    },
  ],
  ['a stack without server-side apply', access(patched), { config: { 'kubernetes:enableServerSideApply': 'false' } }],
  ['a login for the pull secret of pods', () => podDefaults({ username: 'bot', password: PASSWORD } as never)],
  ['an output for the pull secret of pods', () => podDefaults(output('regcred') as never)],
  ['{} for the pull secret of pods', () => podDefaults({} as never)],
  ['a pull policy of pods that is none', () => podDefaults('regcred', { imagePullPolicy: 'always' as never })],
  ['a pull secret of pods that is no DNS label', () => podDefaults('My_Secret')],
  ['a namespace of pods that is no DNS label', () => podDefaults('regcred', { namespaces: ['My_Team'] })],
];

test.each(cases.map(([name, program, options = {}]) => ({ name, program, options })))(
  '$name',
  async ({ program, options }) => {
    expect(await failure(program, options)).toMatchSnapshot();
  },
);

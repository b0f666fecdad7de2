import {
  Credentials,
  FanOutEngine,
  NamespaceFanOut,
  NamespaceSelector,
  PrivateRegistryAccess,
  PullSecret,
  Registry,
  RemoteCredentials,
  SecretStore,
} from '../../src';
import { newChart } from './synth';

const said = jest.spyOn(process, 'emitWarning').mockImplementation();
beforeEach(() => said.mockClear());

const jane = Credentials.unsafePlainText({ username: 'jane@acme.com', password: 'hunter2' });
const pullSecrets = [PullSecret.fromLogins({ logins: [Registry.dockerHub().login(jane)] })];
const unusual = "username for Docker Hub is unusual: got 'jane@acme.com', write the Docker ID, not the e-mail address";

test('a username that is unusual is told once, with the construct', () => {
  new PrivateRegistryAccess(newChart(), 'pull', { namespaces: ['a', 'b'], pullSecrets });
  expect(said.mock.calls).toEqual([[`test/pull: ${unusual}`, 'RegcredWarning']]);
});

test('so it is where the Secret is copied', () => {
  const selector = NamespaceSelector.all();
  new NamespaceFanOut(newChart(), 'pull', { selector, engine: FanOutEngine.replicator(), pullSecrets });
  expect(said.mock.calls).toEqual([[`test/pull: ${unusual}`, 'RegcredWarning']]);
});

const stored = RemoteCredentials.passwordFromStore({
  username: 'jane@acme.com',
  key: 'registries/hub',
  property: 'token',
});
const logins = [Registry.dockerHub().login(stored)];

test.each([
  ['external', PullSecret.external({ store: SecretStore.cluster('vault'), logins })],
  ['vault', PullSecret.vault({ mount: 'secret', logins })],
  [
    'rotating',
    PullSecret.rotating({
      current: PullSecret.vault({ mount: 'kv', logins }),
      previous: PullSecret.existing('old'),
    })[0],
  ],
  [
    'perNamespace',
    PullSecret.perNamespace({
      namespaces: { a: PullSecret.vault({ mount: 'kv', logins }) },
      others: PullSecret.existing('regcred'),
    }),
  ],
] as [string, PullSecret][])('so it is where only the password is in a store: PullSecret.%s', (_, pullSecret) => {
  new PrivateRegistryAccess(newChart(), 'pull', { namespaces: ['a', 'b'], pullSecrets: [pullSecret] });
  expect(said.mock.calls).toEqual([[`test/pull: ${unusual}`, 'RegcredWarning']]);
});

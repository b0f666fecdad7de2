import {
  Credentials,
  FanOutEngine,
  NamespaceFanOut,
  NamespaceSelector,
  PrivateRegistryAccess,
  PullSecret,
  Registry,
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

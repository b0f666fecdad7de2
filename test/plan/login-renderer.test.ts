import { inspect } from 'node:util';
import { Credentials, DockerConfig, RegcredError } from '../../src';
import { onlyEnvironment } from '../../src/credential';
import { loginRenderer, PullSecret } from '../../src/plan';
import { Registry, type RegistryLogin } from '../../src/registry';

const bot = (password = 'hunter2', username = 'bot') => Credentials.unsafePlainText({ username, password });

function render(logins: RegistryLogin[], environment = {}): string {
  const secret = PullSecret.fromLogins({ logins });
  return String(loginRenderer([secret], onlyEnvironment(environment))(secret._strategy.logins));
}

test('the bytes are those of kubectl, for logins from wherever they come', () => {
  const fromEnvironment = Credentials.fromEnvironment({ prefix: 'GHCR' });
  const data = render(
    [Registry.ghcr().login(fromEnvironment), Registry.dockerHub().login(bot(), { email: 'bot@acme.com' })],
    { GHCR_USERNAME: 'acme-bot', GHCR_PASSWORD: '<token>' },
  );
  expect(Buffer.from(data, 'base64').toString()).toBe(
    '{"auths":{"ghcr.io":{"username":"acme-bot","password":"\\u003ctoken\\u003e","auth":"YWNtZS1ib3Q6PHRva2VuPg=="},' +
      '"https://index.docker.io/v1/":{"username":"bot","password":"hunter2","email":"bot@acme.com","auth":"Ym90Omh1bnRlcjI="}}}',
  );
});

test('a key file of Google is written on one line', () => {
  const login = Registry.artifactRegistry({ location: 'europe' }).login(
    bot('{\n  "type": "service_account"\n}', '_json_key'),
  );
  expect(Buffer.from(render([login]), 'base64').toString()).toContain(
    '"password":"{\\"type\\":\\"service_account\\"}"',
  );
});

test('a pull secret is rendered once, for however many namespaces', () => {
  const secret = PullSecret.fromLogins({ logins: [Registry.ghcr().login(bot())] });
  const renderer = loginRenderer([secret], onlyEnvironment({}));
  const written = jest.spyOn(DockerConfig, 'fromLogins');
  renderer(secret._strategy.logins);
  renderer(secret._strategy.logins);
  expect(written).toHaveBeenCalledTimes(1);
});

test('two pull secrets may hold one login', () => {
  const logins = [Registry.ghcr().login(bot())];
  const [a, b] = [PullSecret.fromLogins({ name: 'a', logins }), PullSecret.fromLogins({ name: 'b', logins })];
  const renderer = loginRenderer([a, b], onlyEnvironment({}));
  expect(renderer(a._strategy.logins)).toBe(renderer(b._strategy.logins));
});

test('a username that is only unusual is written, and its writer told once', () => {
  const secret = PullSecret.fromLogins({ logins: [Registry.dockerHub().login(bot('hunter2', 'jane@acme.com'))] });
  const warnings: string[] = [];
  const renderer = loginRenderer([secret], onlyEnvironment({}), (warning) => warnings.push(warning));
  renderer(secret._strategy.logins);
  renderer(secret._strategy.logins);
  expect(warnings).toEqual([
    "username for Docker Hub is unusual: got 'jane@acme.com', write the Docker ID, not the e-mail address",
  ]);
});

describe('what cannot be', () => {
  test.each([
    [
      'two logins for one key',
      () => [Registry.ghcr().login(bot()), Registry.ghcr().login(bot('other'))],
      'docker-config-duplicate-key',
      "two logins of one pull secret have the server key 'ghcr.io', and a docker config holds one of them: limit each to its own path, or put the other into a pull secret of its own",
    ],
    [
      'a Secret over 1 MiB',
      () => [Registry.ghcr().login(bot('p'.repeat(700_000)))],
      'secret-too-large',
      'the docker config of a pull secret has 1633404 bytes, and a Secret holds at most 1048576 (1 MiB): spread its logins over several pull secrets',
    ],
    [
      'a username that the vendor does not take',
      () => [Registry.ecr({ account: '111122223333', region: 'eu-west-1' }).login(bot())],
      'registry-username',
      "username for Amazon ECR must be another one: got 'bot', write 'AWS'",
    ],
    [
      'an empty username',
      () => [Registry.ghcr().login(bot('hunter2', ''))],
      'credential-username',
      'username is empty: write the user name, or the one that the registry has for tokens',
    ],
    [
      'a username with a colon',
      () => [Registry.ghcr().login(bot('hunter2', 'bot:hunter2'))],
      'credential-username',
      "username holds a ':', which ends the user name when it is sent: got 'bot:…', write only what stands before it",
    ],
    [
      'a password with a newline at its end',
      () => [Registry.ghcr().login(bot('hunter2\n'))],
      'credential-password',
      "password ends in a newline, which would be sent as a part of it: write it with `printf '%s'` instead of `echo`, or cut it with `.trimEnd()`",
    ],
    [
      'a server key without its final slash',
      () => [Registry.custom('https://index.docker.io/v1').login(bot())],
      'registry-server-key',
      "write 'https://index.docker.io/v1/'",
    ],
    [
      'a host of Docker Hub that the kubelet never asks for',
      () => [Registry.custom('registry-1.docker.io').login(bot())],
      'registry-server-key',
      "write 'https://index.docker.io/v1/'",
    ],
    [
      'an owner in upper case',
      () => [Registry.custom('ghcr.io/Acme').login(bot())],
      'registry-server-key',
      "write 'ghcr.io/acme/'",
    ],
  ])('%s', (_title, logins, code, message) => {
    const error = catchError(() => render(logins()));
    expect(error).toMatchObject({ code });
    expect(error.message).toContain(message);
    expect(inspect(error)).not.toContain('hunter2');
  });
});

function catchError(run: () => unknown): RegcredError {
  try {
    run();
  } catch (error) {
    if (error instanceof RegcredError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

import { Credentials, type DockerConfigCredentials, resolveCredentials } from '../../../src/credential';
import { surroundings } from '../surroundings';

const HOME = { HOME: '/home/mira' };
const DOCKER = '/home/mira/.docker/config.json';
const encoded = (login: string) => ({ auth: Buffer.from(login).toString('base64') });

type Around = Parameters<typeof surroundings>[0];

function login(options: DockerConfigCredentials, config: object, around: Around = {}): string {
  const files = { [DOCKER]: JSON.stringify(config), ...around.files };
  const [resolved] = resolveCredentials(
    [Credentials.fromDockerConfig(options)],
    surroundings({ environment: HOME, ...around, files }),
  );
  return `${resolved?.username}:${resolved?.password.reveal()}`;
}

describe('the entry', () => {
  test.each([
    ['ghcr.io', { 'ghcr.io': encoded('bot:hunter2') }],
    ['ghcr.io', { 'https://ghcr.io': encoded('bot:hunter2') }],
    ['ghcr.io', { 'https://ghcr.io/v2/': encoded('bot:hunter2') }],
    ['docker.io', { 'https://index.docker.io/v1/': encoded('bot:hunter2') }],
    ['https://index.docker.io/v1/', { 'docker.io': encoded('bot:hunter2') }],
    ['localhost:5000', { 'localhost:5000': encoded('bot:hunter2') }],
    ['ghcr.io', { 'ghcr.io': { username: 'bot', password: 'hunter2' } }],
    // podman keeps logins for paths too, and the nearest one is meant
    ['quay.io/acme/team', { 'quay.io': encoded('all:x'), 'quay.io/acme': encoded('bot:hunter2') }],
    ['ghcr.io', { 'ghcr.io': encoded('bot:hunter2'), 'quay.io': { auth: '!' } }],
  ])('for %s of %j', (server, auths) => {
    expect(login({ server }, { auths })).toBe('bot:hunter2');
  });

  test('of a longer path is not for the whole registry', () => {
    expect(() => login({ server: 'quay.io' }, { auths: { 'quay.io/acme': encoded('bot:hunter2') } })).toThrow(
      "no login for 'quay.io'",
    );
  });
});

describe('the file', () => {
  const config = (username: string, server = 'ghcr.io') =>
    JSON.stringify({ auths: { [server]: encoded(`${username}:x`) } });
  const PODMAN = '/home/mira/.config/containers/auth.json';

  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['docker', {}, { [DOCKER]: config('docker'), [PODMAN]: config('podman') }],
    ['docker', { DOCKER_CONFIG: '/ci' }, { '/ci/config.json': config('docker'), [DOCKER]: config('other') }],
    ['podman', {}, { [PODMAN]: config('podman') }],
    ['podman', {}, { [DOCKER]: config('docker', 'quay.io'), [PODMAN]: config('podman') }],
    ['podman', { XDG_RUNTIME_DIR: '/run/1000' }, { '/run/1000/containers/auth.json': config('podman') }],
    [
      'podman',
      { REGISTRY_AUTH_FILE: '/ci/auth.json' },
      { '/ci/auth.json': config('podman'), [PODMAN]: config('other') },
    ],
    ['podman', { XDG_CONFIG_HOME: '/cfg' }, { '/cfg/containers/auth.json': config('podman') }],
  ])("is %s's, with %j and %j", (expected, environment, files) => {
    const around = surroundings({ environment: { ...HOME, ...environment }, files });
    const [resolved] = resolveCredentials([Credentials.fromDockerConfig({ server: 'ghcr.io' })], around);
    expect(resolved?.username).toBe(expected);
  });

  test('may be named', () => {
    const options = { server: 'ghcr.io', file: '/ci/config.json' };
    expect(login(options, {}, { files: { '/ci/config.json': config('named') } })).toBe('named:x');
  });
});

describe('a credential helper', () => {
  const answer = (Username: string, Secret: string) => ({ ok: true, output: JSON.stringify({ Username, Secret }) });
  const helpers = {
    'docker-credential-desktop': (server: string) => answer('bot', `for ${server}`),
    'docker-credential-ecr-login': () => answer('AWS', 'token'),
    'docker-credential-lost': () => ({ ok: false, output: 'credentials not found in native keychain' }),
    'docker-credential-broken': () => ({ ok: true, output: '{"Username": "bot", "Sec' }),
    'docker-credential-oauth': () => answer('<token>', 'identity'),
  };
  const options = { server: 'ghcr.io', resolveHelpers: true };

  test('is asked where asked for, by the name that the config has', () => {
    expect(login(options, { credsStore: 'desktop', auths: { 'https://ghcr.io': {} } }, { helpers })).toBe(
      'bot:for https://ghcr.io',
    );
    expect(login({ ...options, server: 'docker.io' }, { credsStore: 'desktop' }, { helpers })).toBe(
      'bot:for https://index.docker.io/v1/',
    );
  });

  test('of one server goes before that of all', () => {
    const config = { credsStore: 'desktop', credHelpers: { 'public.ecr.aws': 'ecr-login' } };
    expect(login({ ...options, server: 'public.ecr.aws' }, config, { helpers })).toBe('AWS:token');
  });

  test('is not asked for a login that is in the file', () => {
    const config = { credsStore: 'desktop', auths: { 'ghcr.io': encoded('bot:hunter2') } };
    for (const resolveHelpers of [true, false]) {
      expect(login({ server: 'ghcr.io', resolveHelpers }, config, { helpers })).toBe('bot:hunter2');
    }
  });

  test('of another server is none', () => {
    const config = {
      credHelpers: { 'gcr.io': 'gcloud' },
      credsStore: '',
      auths: { 'ghcr.io': encoded('bot:hunter2') },
    };
    expect(login({ server: 'ghcr.io' }, config)).toBe('bot:hunter2');
  });

  test.each([
    [
      'that has nothing',
      'lost',
      "docker-credential-lost has no login for 'ghcr.io': run docker login ghcr.io, or take Credentials.fromEnvironment",
    ],
    ['that breaks off', 'broken', "docker-credential-broken has no login for 'ghcr.io'"],
    [
      'with an identity token',
      'oauth',
      "docker-credential-oauth has an identity token for 'ghcr.io', which the kubelet cannot use: create an access token at the registry and log in with that as the password",
    ],
    [
      'that is not there',
      'pass',
      `'${DOCKER}' keeps the login for 'ghcr.io' with docker-credential-pass, which is not in the search path: install it where this runs`,
    ],
    ['that is none', '../evil', `docker config '${DOCKER}' names a credential helper that is none: got '../evil'`],
  ])('%s', (_title, credsStore, message) => {
    expect(() => login(options, { credsStore }, { helpers })).toThrow(
      expect.objectContaining({ code: 'credential-helper', message: expect.stringContaining(message) }),
    );
  });
});

describe('what no cluster can use', () => {
  const advice =
    ': set resolveHelpers: true to ask the helper here, or log in again with a DOCKER_CONFIG folder that has no credsStore and no credHelpers';

  test.each<[string, object, string]>([
    [
      'credsStore',
      { credsStore: 'desktop', auths: { 'ghcr.io': {} } },
      `docker config '${DOCKER}' keeps the login for 'ghcr.io' with docker-credential-desktop, where no cluster can read it${advice}`,
    ],
    [
      'credHelpers',
      { credHelpers: { 'ghcr.io': 'gh' } },
      `docker config '${DOCKER}' keeps the login for 'ghcr.io' with docker-credential-gh, where no cluster can read it${advice}`,
    ],
    [
      'an empty entry',
      { auths: { 'ghcr.io': {} } },
      `the entry for 'ghcr.io' in '${DOCKER}' has no login: it is what a client leaves when it keeps the password elsewhere; run docker login ghcr.io again, with a DOCKER_CONFIG folder that has no credsStore`,
    ],
    [
      'an identity token',
      { auths: { 'ghcr.io': { ...encoded('00000000-0000-0000-0000-000000000000:'), identitytoken: 'hunter2' } } },
      `the login for 'ghcr.io' in '${DOCKER}' is an identity token, which the kubelet cannot use: create an access token at the registry and log in with that as the password`,
    ],
    [
      'no entry',
      { auths: {} },
      `no login for 'ghcr.io' in '${DOCKER}', '/home/mira/.config/containers/auth.json': run docker login ghcr.io, or take Credentials.fromEnvironment`,
    ],
  ])('%s', (_title, config, message) => {
    expect(() => login({ server: 'ghcr.io' }, config)).toThrow(
      expect.objectContaining({ code: 'credential-docker-config', message }),
    );
  });

  test.each([
    ['{"auths": ', `docker config '${DOCKER}' is no JSON: make it again with docker login`],
    ['[]', `docker config '${DOCKER}' is no JSON object: make it again with docker login`],
    [
      ' '.repeat(1_100_000),
      `docker config '${DOCKER}' has more than 1048576 characters: make it again with docker login`,
    ],
  ])('a file that is no config: %.20j', (text, message) => {
    expect(() => login({ server: 'ghcr.io' }, {}, { files: { [DOCKER]: text } })).toThrow(message);
  });

  test('a named file that is not there', () => {
    expect(() => login({ server: 'ghcr.io', file: '/ci/config.json' }, {})).toThrow(
      "docker config '/ci/config.json' is not there: write the path of the file itself",
    );
  });

  test('nowhere to look', () => {
    expect(() => login({ server: 'ghcr.io' }, {}, { environment: {} })).toThrow(
      "no login for 'ghcr.io' in any docker config",
    );
  });

  test('a server that is none', () => {
    expect(() => Credentials.fromDockerConfig({ server: 'GHCR.io' })).toThrow("write 'ghcr.io'");
  });
});

import { inspect } from 'node:util';
import { Credentials, DockerConfig, onlyEnvironment, Password, resolveCredentials } from '../../src/credential';
import { RegcredError } from '../../src/error';

const values = (credentials: Credentials, environment: Record<string, string> = {}) =>
  resolveCredentials([credentials], onlyEnvironment(environment)).map(({ username, password }) => [
    username,
    password.reveal(),
  ])[0];

describe('credentials from the environment', () => {
  test.each([
    ['by prefix', { prefix: 'GHCR' }, 'the environment variables GHCR_USERNAME and GHCR_PASSWORD', ['u', 'p']],
    [
      'by name',
      { usernameVariable: 'LOGIN', passwordVariable: 'TOKEN' },
      'the environment variables LOGIN and TOKEN',
      ['l', 't'],
    ],
    [
      'by prefix and name',
      { prefix: 'GHCR', passwordVariable: 'TOKEN' },
      'the environment variables GHCR_USERNAME and TOKEN',
      ['u', 't'],
    ],
    [
      'with a user name that is no secret',
      { username: '_json_key', passwordVariable: 'TOKEN' },
      "the user '_json_key' and the environment variable TOKEN",
      ['_json_key', 't'],
    ],
  ])('%s', (_, options, description, expected) => {
    const credentials = Credentials.fromEnvironment(options);
    const environment = { GHCR_USERNAME: 'u', GHCR_PASSWORD: 'p', LOGIN: 'l', TOKEN: 't' };
    expect(values(credentials, environment)).toEqual(expected);
    expect(credentials.description).toBe(description);
    expect(String(credentials)).toBe(description);
  });

  test('nothing is read before the values are wanted', () => {
    expect(() => Credentials.fromEnvironment({ prefix: 'NOT_THERE' })).not.toThrow();
  });

  test.each([
    [
      {},
      "neither prefix nor passwordVariable says which variable holds the password: write prefix: 'GHCR' for GHCR_PASSWORD",
    ],
    [
      { passwordVariable: 'T' },
      "neither prefix nor usernameVariable says which variable holds the username: write prefix: 'GHCR' for GHCR_USERNAME",
    ],
    [{ prefix: 'GHCR_' }, "prefix must not end in '_', which is put behind it: got 'GHCR_', write 'GHCR'"],
    [
      { prefix: 'ghcr.io' },
      "prefix must be letters, digits and '_', with no digit first: got 'ghcr.io', write one like 'GHCR'",
    ],
    [{ prefix: '' }, "prefix must be letters, digits and '_', with no digit first: got '', write one like 'GHCR'"],
    [
      { prefix: 'A', passwordVariable: 'hunter-2' },
      'passwordVariable must be the name of an environment variable, such as GHCR_PASSWORD, not its value',
    ],
  ])('%j: %s', (options, message) => {
    expect(() => Credentials.fromEnvironment(options)).toThrow(new RegcredError('credential-variable', message));
  });
});

describe('missing variables', () => {
  const list = ['DOCKERHUB', 'GHCR', 'GHCR'].map((prefix) => Credentials.fromEnvironment({ prefix }));

  test('are all named in one error, each once', () => {
    expect(() => resolveCredentials(list, onlyEnvironment({ DOCKERHUB_USERNAME: 'u', GHCR_PASSWORD: '' }))).toThrow(
      new RegcredError(
        'credential-missing-environment',
        '3 variables are missing from the environment: DOCKERHUB_PASSWORD is not set, GHCR_USERNAME is not set, GHCR_PASSWORD is empty; set them where this runs, for example as secrets of the pipeline',
      ),
    );
  });

  test('come before what is wrong with the others', () => {
    expect(() =>
      resolveCredentials(
        list.slice(0, 2),
        onlyEnvironment({ DOCKERHUB_USERNAME: 'a:b', DOCKERHUB_PASSWORD: 'p', GHCR_USERNAME: 'u' }),
      ),
    ).toThrow(/^a variable is missing from the environment: GHCR_PASSWORD is not set; set it where this runs/);
  });
});

test('credentials of another make are refused', () => {
  expect(() => resolveCredentials([{ description: 'a vault' }], onlyEnvironment({}))).toThrow(
    new RegcredError(
      'credential-unknown',
      'credentials must come from a factory of Credentials, such as Credentials.fromEnvironment: got a vault',
    ),
  );
});

describe('a user name that could not log in', () => {
  test.each([
    ['', 'username is empty: write the user name, or the one that the registry has for tokens'],
    [
      'u:hunter2',
      "username holds a ':', which ends the user name when it is sent: got 'u:…', write only what stands before it",
    ],
    ['u\n', "username ends in a newline: write it with `printf '%s'` instead of `echo`, or cut it with `.trimEnd()`"],
    ['u\tv', "username holds a control character: got 'u�v'"],
    [' u', "username starts or ends with a blank: got ' u', write 'u'"],
  ])('%j: %s', (username, message) => {
    expect(() => Credentials.unsafePlainText({ username, password: 'hunter2' })).toThrow(
      new RegcredError('credential-username', message),
    );
  });
});

describe('a password that could not log in, which no error shows', () => {
  test.each([
    [
      '',
      'password is empty: a registry would refuse it, and the kubelet would not try a public image without it either',
    ],
    [
      'hunter2\n',
      "password ends in a newline, which would be sent as a part of it: write it with `printf '%s'` instead of `echo`, or cut it with `.trimEnd()`",
    ],
    ['hunter2\r\n', /^password ends in a newline/],
    ['hunter2 ', 'password starts or ends with a blank, which would be sent as a part of it: cut it with `.trim()`'],
    ['\ufeffhunter2', /^password starts or ends with a blank/],
    ['hunter\x002', 'password holds a control character, which no password or token has'],
    ['\ud83dhunter2', 'password holds a control character, which no password or token has'],
  ])('%j', (password, message) => {
    const attempt = () => Credentials.unsafePlainText({ username: 'u', password });
    expect(attempt).toThrow(typeof message === 'string' ? new RegcredError('credential-password', message) : message);
    expect(attempt).not.toThrow(/hunter/);
  });

  test('the message names the variable', () => {
    const credentials = Credentials.fromEnvironment({ prefix: 'GHCR' });
    expect(() => values(credentials, { GHCR_USERNAME: 'u', GHCR_PASSWORD: 'hunter2\n' })).toThrow(
      /^GHCR_PASSWORD ends in a newline/,
    );
  });
});

test.each(['p', 'p:q', 'pä ß', 'line\nline', '{\n  "type": "service_account"\n}\n'])('%j is a password', (password) => {
  expect(values(Credentials.unsafePlainText({ username: 'u', password }))).toEqual(['u', password]);
});

test('no way of printing shows a password', () => {
  const credentials = Credentials.unsafePlainText({ username: 'u', password: 'hunter2' });
  const config = DockerConfig.fromLogins([{ server: 'r.io', username: 'u', password: 'hunter2' }]);
  for (const value of [
    new Password('hunter2'),
    credentials,
    resolveCredentials([credentials], onlyEnvironment({})),
    config,
    config.entries,
  ]) {
    const printed = [
      String(value),
      JSON.stringify(value),
      inspect(value, { depth: null, showHidden: true, getters: true }),
    ];
    expect(printed.join('\n')).not.toContain('hunter2');
  }
  expect(`${new Password('hunter2')} ${JSON.stringify(new Password('hunter2'))}`).toBe('(hidden) "(hidden)"');
});

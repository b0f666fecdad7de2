import { inspect } from 'node:util';
import { Credentials, type FileCredentials, resolveCredentials } from '../../../src/credential';
import { surroundings } from '../surroundings';

function login(options: FileCredentials, files: Record<string, string>): string[] {
  const credentials = Credentials.fromFile(options);
  const [resolved] = resolveCredentials([credentials], surroundings({ files }));
  return [credentials.description, resolved?.username ?? '', resolved?.password.reveal() ?? ''];
}

const both = { usernameFile: '/ci/username', passwordFile: '/ci/password' };

test('user name and password are what stands in the files', () => {
  expect(login(both, { '/ci/username': 'bot', '/ci/password': 'hunter2' })).toEqual([
    "the files '/ci/username' and '/ci/password'",
    'bot',
    'hunter2',
  ]);
});

test('a user name that is no secret is written down', () => {
  expect(login({ username: 'bot', passwordFile: '/ci/password' }, { '/ci/password': 'hunter2' })).toEqual([
    "the user 'bot' and the file '/ci/password'",
    'bot',
    'hunter2',
  ]);
});

test.each([
  ['hunter2\n', 'hunter2'],
  ['hunter2\r\n', 'hunter2'],
  ['hunter2', 'hunter2'],
])('one newline is cut off where asked for: %j', (text, password) => {
  const options = { ...both, trimNewline: true };
  expect(login(options, { '/ci/username': 'bot\n', '/ci/password': text }).slice(1)).toEqual(['bot', password]);
});

test('a key file may end in a newline: who reads it as JSON does not mind', () => {
  const key = '{\n  "type": "service_account"\n}\n';
  expect(login({ username: '_json_key', passwordFile: '/ci/key.json' }, { '/ci/key.json': key })[2]).toBe(key);
});

test.each<[string, Partial<FileCredentials>, Record<string, string>, string, string]>([
  [
    'a newline that nobody asked to cut',
    {},
    { '/ci/username': 'bot', '/ci/password': 'hunter2\n' },
    'credential-password',
    "file '/ci/password' ends in a newline, which would be sent as a part of it: set trimNewline: true, which cuts off one, or write the file without",
  ],
  [
    'a newline in the user name',
    {},
    { '/ci/username': 'bot\n', '/ci/password': 'hunter2' },
    'credential-username',
    "file '/ci/username' ends in a newline: set trimNewline: true, which cuts off one, or write the file without",
  ],
  [
    'two newlines',
    { trimNewline: true },
    { '/ci/username': 'bot', '/ci/password': 'hunter2\n\n' },
    'credential-password',
    "file '/ci/password' ends in a newline",
  ],
  [
    'a file that is not there',
    {},
    { '/ci/username': 'bot' },
    'credential-file',
    "file '/ci/password' is not there: write the path where the pipeline mounts the credential",
  ],
  [
    'an empty file',
    {},
    { '/ci/username': 'bot', '/ci/password': '' },
    'credential-password',
    "file '/ci/password' is empty",
  ],
  [
    'two user names',
    { username: 'bot' },
    {},
    'credential-file',
    'user name comes from either username or usernameFile: got both, write one of the two',
  ],
  [
    'no user name',
    { usernameFile: undefined },
    {},
    'credential-file',
    'user name comes from either username or usernameFile: got neither, write one of the two',
  ],
])('%s', (_title, options, files, code, message) => {
  expect(() => login({ ...both, ...options }, files)).toThrow(
    expect.objectContaining({ code, message: expect.stringContaining(message) }),
  );
});

test('nothing shows the password', () => {
  const credentials = Credentials.fromFile(both);
  const around = surroundings({ files: { '/ci/username': 'bot', '/ci/password': 'hunter2' } });
  const resolved = resolveCredentials([credentials], around);
  for (const value of [credentials, resolved]) {
    expect(`${inspect(value, { depth: 9, showHidden: true })}${JSON.stringify(value)}${value}`).not.toContain(
      'hunter2',
    );
  }
});

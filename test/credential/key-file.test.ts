import { compactKeyFile, Password } from '../../src/credential';

const key = { type: 'service_account', private_key: '-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----\n' };

const resolved = (username: string, password: string) =>
  compactKeyFile({ username, password: new Password(password) }).password.reveal();

test('a key file of Google is written on one line: the same JSON', () => {
  const file = `${JSON.stringify(key, undefined, 2)}\n`;
  expect(resolved('_json_key', file)).toBe(JSON.stringify(key));
  expect(JSON.parse(resolved('_json_key', file))).toEqual(key);
});

test('no other password is touched', () => {
  expect(resolved('bot', '{ "a": 1 }')).toBe('{ "a": 1 }');
  expect(resolved('_json_key_base64', 'eyAiYSI6IDEgfQ==')).toBe('eyAiYSI6IDEgfQ==');
});

test.each(['hunter2', '"hunter2"', '[1]', '{"private_key": hunter2}'])('%s is no key file', (password) => {
  expect(() => resolved('_json_key', password)).toThrow(
    "the password of '_json_key' must be the JSON of a service account's key file: got something else (not shown); " +
      "where it is in base64, the user name is '_json_key_base64'",
  );
});

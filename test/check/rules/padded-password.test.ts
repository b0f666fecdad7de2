import { type check, findings, pod, secret } from '../objects';

const found = (...objects: Parameters<typeof check>[0]) => findings('padded-password', objects);
const pull = pod({ secrets: ['regcred'] });
const login = (password: string) => secret([{ 'ghcr.io': { username: 'bot', password } }]);
const at = (rest: string) => [
  `${rest.split(' ')[0]} Secret/regcred data[".dockerconfigjson"]: the password for 'ghcr.io' in Secret 'regcred' ${rest.slice(rest.indexOf(' ') + 1)}`,
];

test.each([
  ['as echo writes it', 'hunter2\n', 'ends in a newline'],
  ['as a file of Windows has it', 'hunter2\r\n', 'ends in a newline'],
  ['with a blank before it', ' hunter2', 'has a blank around it'],
])('hit: a password %s', (_name, password, padding) => {
  expect(found(login(password), pull)).toEqual(at(`error ${padding}`));
});

test('hit: what `echo bot:hunter2 | base64` gives for `auth`', () => {
  const auth = Buffer.from('bot:hunter2\n').toString('base64');
  expect(found(secret([{ 'ghcr.io': { auth } }]), pull)).toEqual(at('error ends in a newline'));
});

test('hit: a warning where nothing pulls with it', () => {
  expect(found(login('hunter2\n'))).toEqual(at('warning ends in a newline'));
});

test.each([
  ['a password with a blank inside', 'correct horse battery'],
  ['a key file, which its registry parses', '{ "type": "service_account" }\n'],
  ['an empty password, which is another finding', ''],
])('miss: %s', (_name, password) => {
  expect(found(login(password), pull)).toEqual([]);
});

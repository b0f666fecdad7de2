import { inspect } from 'node:util';
import { DockerConfig } from '../../src/credential';
import { RegcredError } from '../../src/error';
import { Keyring, normalizeServerKey } from '../../src/keyring';

const configOf = (...servers: string[]) =>
  DockerConfig.fromLogins(servers.map((server) => ({ server, username: 'u', password: 'hunter2' })));
const triedKeys = (image: string, ...configs: string[][]) =>
  Keyring.of(configs.map((keys) => configOf(...keys)))
    .lookup(image)
    .map(({ serverKey, configIndex }) => `${configIndex} ${serverKey}`);

// more of these in keyring-vectors.test.ts, by the kubelet itself
describe('the order of trying', () => {
  test.each<[string, string[][], string, string[]]>([
    [
      'a longer path before a shorter one, whatever the order of the configs',
      [['ghcr.io'], ['ghcr.io/acme/']],
      'ghcr.io/acme/app',
      ['1 ghcr.io/acme/', '0 ghcr.io'],
    ],
    ['a name before a wildcard', [['*.a.com/team'], ['r.a.com']], 'r.a.com/team/app', ['1 r.a.com', '0 *.a.com/team']],
    [
      'configs in their order where the key is the same',
      [['https://ghcr.io'], ['ghcr.io/v2/']],
      'ghcr.io/acme/app',
      ['0 https://ghcr.io', '1 ghcr.io/v2/'],
    ],
    [
      'the fallback only where nothing else matches',
      [['index.docker.io', 'docker.io/acme']],
      'acme/app',
      ['0 docker.io/acme'],
    ],
    ['and then it is all', [['index.docker.io', 'docker.io/acme']], 'other/app', ['0 index.docker.io']],
    ['none', [['ghcr.io']], 'quay.io/acme/app', []],
  ])('%s', (_, configs, image, expected) => {
    expect(triedKeys(image, ...configs)).toEqual(expected);
  });
});

test.each([
  ['ghcr.io', 'ghcr.io'],
  ['https://ghcr.io/', 'ghcr.io'],
  ['https://index.docker.io/v1/', 'index.docker.io'],
  ['https://index.docker.io/v1', 'index.docker.io/v1'],
  ['ghcr.io/v1/acme', 'ghcr.io/acme'],
  ['ghcr.io/v1/v2/acme', 'ghcr.io/v2/acme'],
  ['u:p@ghcr.io?q#f', 'ghcr.io'],
  ['HTTPS://ghcr.io', 'HTTPS://ghcr.io'],
  ['ghcr.io/%61cme', 'ghcr.io/acme'],
  ['[::1]:5000', '[::1]:5000'],
  ['[::1%25en0]', '[::1%en0]'],
  ['é.com', 'Ã©.com'],
  ['', ''],
])('%j is filed under %j', (serverKey, key) => {
  expect(normalizeServerKey(serverKey)).toBe(key);
});

test.each([
  'host:*',
  'host:1:2',
  '[',
  '[ab].com',
  'a[b',
  '[12]',
  '[1.2.3.4]',
  '[::1',
  '[::1]x',
  ' ghcr.io',
  'a\\b',
  'a b',
  'a%41.com',
  'a.com/%zz',
  'a.com#%zz',
  'a.com/\n',
  'a b@c.com',
  '[::1%25]',
  '[::1%25%5c]',
  '1:2:3',
])('%j is dropped', (serverKey) => {
  expect(normalizeServerKey(serverKey)).toBeUndefined();
  expect(triedKeys('ghcr.io/acme/app', [serverKey, 'ghcr.io'])).toEqual(['0 ghcr.io']);
});

test('a match has the login, and shows its password only where it is asked to', () => {
  const [match] = Keyring.of([configOf(), configOf('https://ghcr.io/')]).lookup('ghcr.io/acme/app');
  expect(match).toMatchObject({ configIndex: 1, serverKey: 'https://ghcr.io/', username: 'u' });
  expect(match?.revealPassword()).toBe('hunter2');
  expect(
    [String(match), JSON.stringify(match), inspect(match, { depth: null, showHidden: true })].join(),
  ).not.toContain('hunter2');
});

test('an image that the kubelet cannot parse is an error', () => {
  expect(() => Keyring.of([]).lookup('ghcr.io/Acme')).toThrow(RegcredError);
  expect(() => Keyring.of([]).explain('')).toThrow(RegcredError);
});

describe('hostile keys are keys that match nothing', () => {
  test.each([
    ['stars', `${'*a'.repeat(5_000)}.io`],
    ['labels', `${'*.'.repeat(5_000)}io`],
    ['escapes', `a.com/${'%25'.repeat(20_000)}`],
    ['brackets', '['.repeat(50_000)],
    ['colons', `[${':'.repeat(50_000)}]`],
    ['ats', '@'.repeat(50_000)],
  ])('%s', (_, serverKey) => {
    const keyring = Keyring.of([configOf(serverKey)]);
    expect(keyring.lookup(`${'a'.repeat(60)}.io/app`)).toEqual([]);
    expect(keyring.explain('ghcr.io/acme/app')).toHaveLength(1);
  });
});

test('an image is looked up among the keys of its host, and those with a star', () => {
  const keys = Array.from({ length: 200 }, (_, index) =>
    index % 20 === 0 ? `*.r${index}.example.com` : `r${index}.example.com/team/`,
  );
  const keyring = Keyring.of([configOf(...keys)]);
  let found = 0;
  for (let index = 0; index < 10_000; index += 1)
    found += keyring.lookup(`r${index % 400}.example.com/team/app:${index}`).length;
  expect(found).toBe(4750);
});

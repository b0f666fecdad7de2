import { DockerConfig } from '../../src/credential';
import { RegcredError } from '../../src/error';
import fc from '../fast-check';
import { arbitraryDockerConfigJson } from './arbitrary-json';

const auth = (text: string) => Buffer.from(text).toString('base64');
const entry = (json: string) => `{"auths":{"r.io":${json}}}`;

describe('the kubelet reads', () => {
  test.each<[string, string, [string, string]]>([
    ['auth', entry(`{"auth":"${auth('u:p')}"}`), ['u', 'p']],
    ['auth before username and password', entry(`{"username":"x","password":"y","auth":"${auth('u:p')}"}`), ['u', 'p']],
    ['username and password where auth is empty', entry('{"username":"u","password":"p","auth":""}'), ['u', 'p']],
    ['auth without its padding', entry('{"auth":"dTpwdw"}'), ['u', 'pw']],
    ['auth with line ends', entry('{"auth":"dT\\npw\\r\\n"}'), ['u', 'p']],
    ['a password with colons', entry(`{"auth":"${auth('u:p:q')}"}`), ['u', 'p:q']],
    ['a password with a line end, which stays', entry(`{"auth":"${auth('u:p\n')}"}`), ['u', 'p\n']],
    [
      'bytes that are no text, each as U+FFFD',
      entry(`{"auth":"${Buffer.from([117, 58, 0xe2, 0x82]).toString('base64')}"}`),
      ['u', '\ufffd\ufffd'],
    ],
    ['field names in any case', entry('{"USERNAME":"u","PaſſWord":"p"}'), ['u', 'p']],
    ['the last of two fields', entry('{"username":"x","username":"u","password":"p"}'), ['u', 'p']],
    [
      'the last of two entries, alone',
      '{"auths":{"r.io":{"username":"x","password":"p"},"r.io":{"username":"u"}}}',
      ['u', ''],
    ],
    ['two auths as one', '{"auths":{"r.io":{"username":"u"}},"Auths":{"s.io":{}}}', ['u', '']],
    ['null as nothing', entry('{"username":null,"password":"p"}'), ['', 'p']],
    ['an entry that is null', entry('null'), ['', '']],
    ['an entry of Docker Desktop, without a login', entry('{}'), ['', '']],
    ['an identity token as nothing', entry('{"identitytoken":"t","auth":"eDo="}'), ['x', '']],
  ])('%s', (_, text, expected) => {
    const [read] = DockerConfig.parse(text).entries;
    expect([read?.username, read?.revealPassword()]).toEqual(expected);
    expect(read?.hasPassword).toBe(expected[1] !== '');
  });
});

test.each([
  ['nothing at all', 'null'],
  ['no auths', '{}'],
  ['auths that are null', '{"auths":null}'],
  ['auths that were emptied', '{"auths":{"r.io":{}},"auths":null}'],
  ['entries without auths around them, as in .dockercfg', '{"r.io":{"auth":"dTpw"}}'],
  ['helpers', '{"credsStore":"desktop","credHelpers":{"r.io":"ecr-login"}}'],
])('%s: no logins', (_, text) => {
  expect(DockerConfig.parse(text).entries).toEqual([]);
});

describe('the kubelet fails every pull of the pod', () => {
  const file = 'Go struct field DockerConfigJSON';
  test.each([
    ['', 'unexpected end of JSON input'],
    ['{"auths":', 'unexpected end of JSON input'],
    ['tru', "invalid character ' ' in literal true (expecting 'e')"],
    ['{} x', "invalid character 'x' after top-level value"],
    ['{"a":1,}', "invalid character '}' looking for beginning of object key string"],
    ["{'a':1}", "invalid character '\\'' looking for beginning of object key string"],
    ['{"a" 1}', "invalid character '1' after object key"],
    ['{"a":1 "b"}', "invalid character '\"' after object key:value pair"],
    ['[1 2]', "invalid character '2' after array element"],
    ['{"a":01}', "invalid character '1' after object key:value pair"],
    ['{"a":-}', "invalid character '}' in numeric literal"],
    ['{"a":1.}', "invalid character '}' after decimal point in numeric literal"],
    ['{"a":1e}', "invalid character '}' in exponent of numeric literal"],
    ['{"a":"\n"}', "invalid character '\\n' in string literal"],
    ['{"a":"\\x"}', "invalid character 'x' in string escape code"],
    ['{"a":"\\u00g0"}', "invalid character 'g' in \\u hexadecimal character escape"],
    ['\ufeff{}', "invalid character 'ï' looking for beginning of value"],
    ['\u0000', "invalid character '\\x00' looking for beginning of value"],
    ['[]', 'json: cannot unmarshal array into Go value of type credentialprovider.DockerConfigJSON'],
    ['{"auths":"x"}', `json: cannot unmarshal string into ${file}.auths of type credentialprovider.DockerConfig`],
    [
      entry('true'),
      `json: cannot unmarshal bool into ${file}.auths of type credentialprovider.dockerConfigEntryWithAuth`,
    ],
    [entry('{"username":1}'), `json: cannot unmarshal number into ${file}.auths.username of type string`],
    [entry('{"Auth":{}}'), `json: cannot unmarshal object into ${file}.auths.auth of type string`],
    ['{"HttpHeaders":{"a":[]}}', `json: cannot unmarshal array into ${file}.HttpHeaders of type string`],
    ['{"HttpHeaders":1,"auths":{"r.io":{"auth":"!"}}}', 'illegal base64 data at input byte 0'],
    [entry('{"auth":" dTpw"}'), 'illegal base64 data at input byte 0'],
    [entry('{"auth":"dT-w"}'), 'illegal base64 data at input byte 2'],
    [entry('{"auth":"dTpwd="}'), 'illegal base64 data at input byte 5'],
    [entry('{"auth":"dTpwdw=="}').replace('==', '== '), 'illegal base64 data at input byte 8'],
    [entry('{"auth":"dXA="}'), 'unable to parse auth field, must be formatted as base64(username:password)'],
  ])('%j: %s', (text, error) => {
    expect(messageOf(() => DockerConfig.parse(text))).toMatch(new RegExp(`: ${escaped(error)}$`));
  });

  test('the error names the entry, without the login in its key', () => {
    const text = '{"auths":{"https://u:hunter2@r.io":{"auth":"hunter-2"}}}';
    expect(() => DockerConfig.parse(text)).toThrow(
      new RegcredError(
        'docker-config-malformed',
        "the kubelet cannot read this docker config and fails every pull of the pod (server key: '***@r.io'): illegal base64 data at input byte 6",
      ),
    );
  });
});

describe('the old .dockercfg', () => {
  test('is the same map without auths around it', () => {
    const [read] = DockerConfig.parseLegacy('{"r.io":{"auth":"dTpw"}}').entries;
    expect([read?.serverKey, read?.username]).toEqual(['r.io', 'u']);
  });

  test('with auths around it is one entry without a login', () => {
    const entries = DockerConfig.parseLegacy('{"auths":{"r.io":{"auth":"dTpw"}}}').entries;
    expect(entries.map(({ serverKey, hasPassword }) => [serverKey, hasPassword])).toEqual([['auths', false]]);
  });

  test('has its own words for a wrong type', () => {
    expect(messageOf(() => DockerConfig.parseLegacy('{"r.io":{"email":1}}'))).toMatch(
      /: json: cannot unmarshal number into Go struct field dockerConfigEntryWithAuth\.email of type string$/,
    );
    expect(messageOf(() => DockerConfig.parseLegacyBase64('W10='))).toMatch(
      /: json: cannot unmarshal array into Go value of type credentialprovider\.DockerConfig$/,
    );
  });
});

test('data that is no base64 is malformed, too', () => {
  expect(messageOf(() => DockerConfig.parseBase64('e30'))).toMatch(/: illegal base64 data at input byte 0$/);
});

test('a document may be nested 10,000 deep, as in Go', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  expect(DockerConfig.parse(`{"x":${nested(9_999)}}`).entries).toEqual([]);
  expect(messageOf(() => DockerConfig.parse(`{"x":${nested(10_000)}}`))).toMatch(
    /: invalid character '\[' exceeded max depth$/,
  );
});

test('whatever it is given, it reads or throws a RegcredError', () => {
  const { json, cfg } = arbitraryDockerConfigJson(fc.webAuthority());
  fc.assert(
    fc.property(json, cfg, (text, legacy) => {
      messageOf(() => DockerConfig.parse(text));
      messageOf(() => DockerConfig.parseLegacy(legacy));
    }),
  );
});

function messageOf(parse: () => DockerConfig): string | undefined {
  try {
    parse();
    return undefined;
  } catch (error) {
    if (error instanceof RegcredError && error.code === 'docker-config-malformed') return error.message;
    throw error;
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

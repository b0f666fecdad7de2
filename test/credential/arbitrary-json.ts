import fc from '../fast-check';

const FIELDS = [
  'username',
  'password',
  'email',
  'auth',
  'Auth',
  'USERNAME',
  'uſername',
  'Paſſword',
  'paßword',
  'identitytoken',
  'İ',
  'aut',
  'email ',
];
const TOP = [
  'auths',
  'Auths',
  'AUTHS',
  'authſ',
  'auths ',
  'HttpHeaders',
  'httpheaders',
  'credHelpers',
  'credsStore',
  'auth',
];
const NUMBERS = ['0', '-0', '1', '-12.5e+3', '1e400', '12345678901234567890', '0.10', '1E-2'];
const BAD_NUMBERS = ['01', '-', '1.', '1e', '+1', '.5', 'NaN', '-x', '1e+', '0x1'];
const SPACES = ['', '', '', '', ' ', '\n', '\t ', '\r\n'];
const GARBAGE = [
  '}',
  ',',
  'x',
  ' x',
  '{}',
  '\u00a0',
  '\ufeff',
  '\u0000',
  "'",
  '"',
  '\\',
  'é',
  '\u007f',
  '//',
  '\u2028',
  '\u00ad',
  '\u0085',
];
const LITERALS = ['true', 'false', 'null', 'tru', 'nul', 'fals', 'nulL', 'True'];
const ESCAPES = [
  '\\n',
  '\\u0041',
  '\\ud83d\\ude00',
  '\\ud83d',
  '\\ude00',
  '\\ud83dx',
  '\\ud83d\\u0041',
  '\\ud83d\\ud83d\\ude00',
  '\\u00e9',
  '\\/',
  '\\"',
  '\\\\',
  '\\b',
  '\\f',
  '\\u2028',
  '\\uD83D\\uDE00',
  '\\u0000',
  '\\uFFFD',
];
const BAD_ESCAPES = ['\\x', '\\u12', '\\u00g0', '\\', '\u0001', '\n', "\\'", '\\U0041'];
const DECODED = ['u:p', 'u:', ':', 'u', '', 'u:p:q', 'é:ñ', 'u:p\n', ':p', 'user:päss', `${'a'.repeat(40)}:b`];
const BYTES = [
  [0xff, 0x3a, 0xc3],
  [0xe2, 0x82, 0x3a, 0xe2, 0x82],
  [0x3a, 0xf0, 0x9f, 0x99],
  [0x3a, 0xed, 0xa0, 0x80],
  [0x61, 0x3a, 0xc0, 0x80, 0xf5, 0xff],
];

type Text = fc.Arbitrary<string>;

const pick = (...values: readonly string[]): Text => fc.constantFrom(...values);
const weighted = (...pairs: readonly (readonly [number, Text])[]): Text =>
  fc.oneof(...pairs.map(([weight, arbitrary]) => ({ weight, arbitrary })));

const base64 = fc
  .oneof(
    pick(...DECODED).map((text) => Buffer.from(text)),
    fc.constantFrom(...BYTES).map((bytes) => Buffer.from(bytes)),
    fc.uint8Array({ maxLength: 9 }).map((bytes) => Buffer.from(bytes)),
  )
  .map((bytes) => bytes.toString('base64'));

/** What stands in an `auth` field, decoded from JSON: base64 with all that may befall it. */
export const arbitraryAuth: Text = fc
  .tuple(
    base64,
    fc.nat(12),
    weighted(
      [6, pick('')],
      [6, pick('\n', '\r', '=', '==', ' ', '-', '_', ':', '\u00a0', '\u0085', '\ufeff', 'é', '\n\n', '\t', 'A', 'AA')],
    ),
    fc.nat(3),
  )
  .map(([text, at, noise, unpad]) => {
    const cut = unpad === 0 ? text.replace(/=+$/, '') : text;
    const place = at > 8 ? cut.length : at;
    return cut.slice(0, place) + noise + cut.slice(place);
  });

const quoted = (text: Text): Text => text.map((value) => JSON.stringify(value));
const string: Text = weighted(
  [8, quoted(pick('u', 'p', 'a:b', 'é', 'u@example.com', ' x '))],
  [2, quoted(fc.string({ unit: 'binary', maxLength: 5 }))],
  [2, pick(...ESCAPES).map((sequence) => `"a${sequence}b"`)],
  [1, fc.tuple(fc.nat(9), pick(...BAD_ESCAPES)).map(([rare, sequence]) => `"a${rare === 0 ? sequence : ''}b"`)],
);

function object(key: Text, value: Text, maxLength = 4): Text {
  const member = fc
    .tuple(pick(...SPACES), key, pick(...SPACES), pick(...SPACES), value, pick(...SPACES))
    .map(([a, k, b, c, v, d]) => `${a}${k}${b}:${c}${v}${d}`);
  return fc.array(member, { maxLength }).map((members) => `{${members.join(',')}}`);
}

const scalar: Text = weighted([8, string], [2, pick(...NUMBERS)], [2, pick('true', 'false', 'null')]);
const nested: Text = weighted(
  [6, scalar],
  [1, fc.array(scalar, { maxLength: 3 }).map((items) => `[${items.join(',')}]`)],
  [1, object(string, scalar, 2)],
);
const field: Text = weighted([14, string], [2, pick('null')], [1, nested]);
const login = fc.tuple(pick('u', 'v', 'w', 'é', ''), pick('p', 'p:q', 'p\n', '')).map((parts) => parts.join(':'));
const cleanEntry: Text = weighted(
  [6, login.map((text) => `{"auth":"${Buffer.from(text).toString('base64')}"}`)],
  [3, fc.tuple(pick('u', 'v', 'w'), pick('p', 'q')).map(([u, p]) => `{"username":"${u}","password":"${p}"}`)],
  [1, pick('{}', 'null', '{"identitytoken":"t"}')],
);
const entry: Text = weighted(
  [20, cleanEntry],
  [
    12,
    fc
      .array(
        fc.oneof(
          { weight: 3, arbitrary: fc.tuple(quoted(pick('auth')), quoted(arbitraryAuth)) },
          { weight: 5, arbitrary: fc.tuple(quoted(pick(...FIELDS)), field) },
        ),
        { maxLength: 4 },
      )
      .map((members) => `{${members.map(([k, v]) => `${k}:${v}`).join(',')}}`),
  ],
  [1, nested],
);

/** JSON of a docker config that decodes, with keys from elsewhere. */
export function arbitraryCleanJson(serverKey: Text): Text {
  return object(quoted(serverKey), cleanEntry, 6).map((auths) => `{"auths":${auths}}`);
}

/** JSON of a docker config with all that may befall it, with keys from elsewhere. */
export function arbitraryDockerConfigJson(serverKey: Text): { readonly json: Text; readonly cfg: Text } {
  const auths = weighted([14, object(weighted([12, quoted(serverKey)], [1, string]), entry)], [1, nested]);
  const json = weighted(
    [14, fc.tuple(quoted(pick('auths')), auths).map(([k, v]) => `{${k}:${v}}`)],
    [6, object(quoted(pick(...TOP)), weighted([6, auths], [2, nested]), 3)],
    [1, nested],
  );
  return { json: broken(json), cfg: broken(auths) };
}

/** Now and then something is cut off, put in or put behind. */
function broken(json: Text): Text {
  const damage = weighted([12, pick('')], [1, pick('cut')], [1, pick('behind')], [1, pick('within')]);
  const garbage = pick(...GARBAGE, ...BAD_NUMBERS, ...LITERALS, ...BAD_ESCAPES, ...NUMBERS);
  return fc.tuple(json, damage, fc.nat(200), garbage).map(([text, kind, at, noise]) => {
    const place = at % (text.length + 1);
    if (kind === 'cut') return text.slice(0, place);
    if (kind === 'behind') return text + noise;
    return kind === 'within' ? text.slice(0, place) + noise + text.slice(place) : text;
  });
}

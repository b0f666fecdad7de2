import fc from '../fast-check';

// few words, so that keys and images meet; among them all that Go's URL parser and its glob have an opinion about
const HOSTS = [
  'docker.io',
  'index.docker.io',
  'registry-1.docker.io',
  'ghcr.io',
  'GHCR.io',
  'a.b.c',
  'localhost',
  'F',
  'x_y.io',
  'eu.gcr.io',
  '10.0.0.1',
  '[::1]',
  '[F::1]',
  '[::ffff:1.2.3.4]',
  '[fe80::1%25en0]',
  '[fe80::1%2525en0]',
  '[12]',
  '[1:2:3:4:5:6:7::8]',
];
const LABELS = [
  'a',
  'b',
  'io',
  'docker',
  'index',
  '*',
  'a*',
  '*b',
  'gh*',
  '**',
  'A',
  '%61',
  '%C3%A9',
  'é',
  '%25',
  '%2561',
  '🙂',
  'a b',
  '[a]',
  '[',
  ']',
  '"',
  '\\',
  '?',
  '<',
  '\u0007',
  '\u007f',
  '%',
  '%zz',
];
const PORTS = ['', ':', ':443', ':5000', ':*', ':x', ':1:2', ':05000', '::'];
const SEGMENTS = [
  'acme',
  'acme-evil',
  'app',
  'library',
  'nginx',
  'v1',
  'v2',
  'v3',
  '',
  '*',
  'Acme',
  '%61cme',
  '%2561cme',
  '%2F',
  '%3F',
  '%23',
  'é',
  '%C3%A9',
  '%zz',
  'app:1.0',
  'app@sha256:aa',
  '..',
  'a b',
  '@',
  '\u0001',
  '\u007f',
  '%00',
];
const SCHEMES = ['https://', 'http://', 'HTTPS://', 'ftp://', 'https:', '//', 'oci://', 'https://https://'];
const USERS = ['u@', 'u:p@', '@', 'a@b@', '%zz@', 'u%20@', 'u[@', 'é@', ':@', 'a b@'];
const TAILS = ['?', '?a=b', '#', '#f', '#%zz', '#\u0001', '?\u0001', '?%zz#x', '/', '//', ' ', '\n', '#f#g', '?x?y'];

const sometimes = (values: readonly string[], freq: number) =>
  fc.oneof({ weight: freq, arbitrary: fc.constantFrom(...values) }, { weight: 10 - freq, arbitrary: fc.constant('') });

const host = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...HOSTS) },
  {
    weight: 4,
    arbitrary: fc.array(fc.constantFrom(...LABELS), { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.')),
  },
  {
    weight: 1,
    arbitrary: fc
      .string({ unit: fc.constantFrom(...'0123456789abcF:.%[]*-en25'), maxLength: 12 })
      .map((text) => `[${text}]`),
  },
);
const path = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  {
    weight: 7,
    arbitrary: fc
      .array(fc.constantFrom(...SEGMENTS), { minLength: 1, maxLength: 4 })
      .map((parts) => `/${parts.join('/')}`),
  },
);

/** Keys as people write them, and as nobody should. */
export const arbitraryServerKey: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 20,
    arbitrary: fc
      .tuple(sometimes(SCHEMES, 4), sometimes(USERS, 1), host, sometimes(PORTS, 3), path, sometimes(TAILS, 2))
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...'ab.*/:@%25[]?#\\ é'), maxLength: 12 }) },
);

const IMAGE_HOSTS = [
  '',
  'docker.io/',
  'index.docker.io/',
  'ghcr.io/',
  'GHCR.io/',
  'a.b.c/',
  'b.a.io/',
  'a.b/',
  'localhost/',
  'F/',
  'A/',
  'x_y.io/',
  '10.0.0.1/',
  '[::1]/',
  '[F::1]/',
  '[12]/',
  '[fe80::1]/',
  '[1:2:3:4:5:6:7::8]/',
  '[1:2:3:4:5:6:7:8]/',
  '[1::2::3]/',
  '[::12345]/',
];
const IMAGE_PORTS = ['', ':443/', ':5000/', ':05000/'];
const IMAGE_PATHS = [
  'acme/app',
  'acme-evil/app',
  'acme',
  'app',
  'nginx',
  'library/nginx',
  'acme/app/deep',
  'v1/acme',
  'v3/acme',
  'v2/acme/app',
  'v1/v2/x',
  'a.b/c',
];

/** Images, most of which some key matches. */
export const arbitraryPulledImage: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...IMAGE_HOSTS),
    sometimes(IMAGE_PORTS, 3),
    fc.constantFrom(...IMAGE_PATHS),
    sometimes([':1.0', `@sha256:${'a'.repeat(64)}`], 3),
  )
  .map(
    ([registry, port, name, tag]) =>
      (port === '' || registry === '' ? registry : registry.slice(0, -1) + port) + name + tag,
  );

/** Keys that match an image, or nearly: a part of its name with a wildcard, an escape or a slash too many. */
export function arbitraryKeyNear(image: string): fc.Arbitrary<string> {
  const name = image.replace(/(?::[^:/]*)?(?:@.*)?$/, '');
  const full = /^[^/]*[.:A-Z][^/]*\/|^localhost\//.test(name)
    ? name
    : `docker.io/${name.includes('/') ? name : `library/${name}`}`;
  const changes = fc.array(fc.tuple(fc.nat(9), fc.nat(40)), { maxLength: 3 });
  const start = fc.oneof(
    { weight: 6, arbitrary: fc.constant(full) },
    { weight: 2, arbitrary: fc.constant(full.slice(0, full.indexOf('/'))) },
    { weight: 2, arbitrary: fc.constantFrom('index.docker.io', 'https://index.docker.io/v1/', 'index.docker.io/v2/') },
  );
  return fc
    .tuple(sometimes(SCHEMES.slice(0, 2), 4), sometimes(USERS, 1), start, changes, sometimes(TAILS, 2))
    .map(
      ([scheme, user, text, steps, tail]) =>
        scheme + user + steps.reduce((key, [kind, at]) => changed(key, kind, at), text) + tail,
    );
}

function changed(key: string, kind: number, at: number): string {
  const place = at % (key.length + 1);
  const labels = key.split('.');
  const label = at % labels.length;
  switch (kind) {
    case 0:
      return labels.map((text, index) => (index === label ? text.replace(/^[^/:]*/, '*') : text)).join('.');
    case 1:
      return labels.map((text, index) => (index === label ? text.replace(/^(\w?)[^/:]*/, '$1*') : text)).join('.');
    case 2:
      return key.slice(0, place);
    case 3:
      return key.slice(0, place).replace(/\/[^/]*$/, '/');
    case 4:
      return key.replace('/', '/v1/');
    case 5:
      return key.replace(/\/(.)/, (_, first: string) => `/%${first.charCodeAt(0).toString(16)}`);
    case 6:
      return key.replace(/\/(.)/, (_, first: string) => `/%25${first.charCodeAt(0).toString(16)}`);
    case 7:
      return `${key}/`;
    default:
      return key;
  }
}

import { RegcredError } from '../../src/error';
import { ImageReference } from '../../src/image';
import fc from '../fast-check';
import { arbitraryImage } from './arbitrary-image';

const HEX = 'a1b2c3d4'.repeat(8);
const long = (length: number) => 'a'.repeat(length);

function refusalOf(image: string): RegcredError {
  try {
    ImageReference.parse(image);
  } catch (error) {
    if (error instanceof RegcredError) return error;
    throw error;
  }
  throw new Error(`taken: ${image}`);
}

const RULES = {
  registry: "registry must be a host name or an IPv6 address in brackets, then perhaps ':' and a port",
  repository:
    "each part of a repository must be lower case letters and digits, with '.', '_', '__' or dashes only between them",
  component: "repository must not be empty, nor any part of it between '/'",
  tag: "tag must be letters, digits, '_', '.' and '-', and begin with none of the last two",
};

test.each([
  ['', 'reference-empty', "image must not be empty, write one such as 'nginx:1.27': got ''"],
  [' \n', 'reference-empty', "image must not be empty, write one such as 'nginx:1.27': got ' \\n'"],

  [
    'nginx:1.27\n',
    'reference-whitespace',
    "image must not begin or end with white space: got 'nginx:1.27\\n', write 'nginx:1.27'",
  ],
  [
    '\u00a0nginx',
    'reference-whitespace',
    "image must not begin or end with white space: got '\u00a0nginx', write 'nginx'",
  ],

  [
    'https://ghcr.io/acme/app',
    'reference-url',
    "image must be written without 'https://': got 'https://ghcr.io/acme/app', write 'ghcr.io/acme/app'",
  ],
  [
    'HTTP://ghcr.io/acme/app/',
    'reference-url',
    "image must be written without 'HTTP://': got 'HTTP://ghcr.io/acme/app/', write 'ghcr.io/acme/app'",
  ],
  ['docker://nginx', 'reference-url', "image must be written without 'docker://': got 'docker://nginx', write 'nginx'"],

  ['app:$TAG', 'reference-placeholder', "image holds a placeholder, fill it in first: got 'app:$TAG'"],
  [
    '{{ .Values.image }}',
    'reference-placeholder',
    "image holds a placeholder, fill it in first: got '{{ .Values.image }}'",
  ],
  [
    'ghcr.io/acme/app:$(VERSION)',
    'reference-placeholder',
    "image holds a placeholder, fill it in first: got 'ghcr.io/acme/app:$(VERSION)'",
  ],
  ['<registry>/app', 'reference-placeholder', "image holds a placeholder, fill it in first: got '<registry>/app'"],

  [
    HEX,
    'reference-hex-name',
    `image must not be 64 hexadecimal digits, which are an image ID; a digest is written 'repository@sha256:…': got '${HEX}'`,
  ],

  ['::1/app', 'reference-registry', `${RULES.registry}: got '::1', write '[::1]/app'`],
  ['ghcr.io:https/app', 'reference-registry', `${RULES.registry}: got 'ghcr.io:https'`],
  ['my_host:5000/app', 'reference-registry', `${RULES.registry}: got 'my_host:5000'`],
  ['-a.io/app', 'reference-registry', `${RULES.registry}: got '-a.io'`],
  ['./app', 'reference-registry', `${RULES.registry}: got '.'`],

  [
    'ghcr.io/Acme/app',
    'reference-uppercase',
    "repository must be lower case: got 'ghcr.io/Acme/app', write 'ghcr.io/acme/app'",
  ],
  ['Acme/App:V1', 'reference-uppercase', "repository must be lower case: got 'Acme/App:V1', write 'acme/app:V1'"],
  [
    `Nginx@sha256:${HEX}`,
    'reference-uppercase',
    `repository must be lower case: got 'Nginx@sha256:${HEX}', write 'nginx@sha256:${HEX}'`,
  ],
  ['App:-1', 'reference-uppercase', "repository must be lower case: got 'App:-1'"],

  ['a//b', 'reference-malformed', `${RULES.component}: got 'a//b', write 'a/b'`],
  ['ghcr.io/acme/:1', 'reference-malformed', `${RULES.component}: got 'ghcr.io/acme/:1'`],
  ['ghcr.io/', 'reference-malformed', `${RULES.component}: got 'ghcr.io/'`],
  [':1', 'reference-malformed', `${RULES.component}: got ':1'`],
  ['a___b', 'reference-malformed', `${RULES.repository}: got 'a___b'`],
  ['app-/x', 'reference-malformed', `${RULES.repository}: got 'app-/x'`],
  ['ngińx', 'reference-malformed', "repository must not hold 'ń' (U+0144): got 'ngińx'"],
  ['my app', 'reference-malformed', "repository must not hold ' ' (U+0020): got 'my app'"],
  ['app\u200b/x', 'reference-malformed', "repository must not hold U+200B: got 'app\\u{200b}/x'"],
  ['app\0', 'reference-malformed', "repository must not hold U+0000: got 'app\\u{0}'"],

  ['app:', 'reference-tag', "tag must not be empty after the ':': got 'app:', write 'app'"],
  ['app:1.0+build', 'reference-tag', `${RULES.tag}: got 'app:1.0+build', write 'app:1.0-build'`],
  ['app:.1', 'reference-tag', `${RULES.tag}: got 'app:.1', write 'app:1'`],
  [
    `a:${long(129)}`,
    'reference-tag',
    `tag must have at most 128 characters, not 129: got 'a:${long(129)}', write 'a:${long(128)}'`,
  ],

  [
    'nginx@1.27',
    'reference-digest',
    "digest must be 'sha256:' and 64 hexadecimal digits (a tag follows a ':'): got '1.27'",
  ],
  ['nginx@sha256:a1b2', 'reference-digest', "sha256 digest must have 64 hexadecimal digits, not 4: got 'sha256:a1b2'"],
  [
    `nginx@sha512:${HEX}`,
    'reference-digest',
    `sha512 digest must have 128 hexadecimal digits, not 64: got 'sha512:${HEX}'`,
  ],
  [
    `nginx@md5:${HEX.slice(32)}`,
    'reference-digest',
    `digest must be one of sha256, sha384 or sha512: got 'md5:${HEX.slice(32)}'`,
  ],
  [
    `nginx@constructor:${HEX}`,
    'reference-digest',
    `digest must be one of sha256, sha384 or sha512: got 'constructor:${HEX}'`,
  ],
  [
    `app@sha256:${HEX.toUpperCase()}`,
    'reference-digest',
    `digest must be in lower case and hexadecimal: got 'sha256:${HEX.toUpperCase()}', write 'app@sha256:${HEX}'`,
  ],
  [
    `app@SHA256:${HEX}`,
    'reference-digest',
    `digest must be in lower case and hexadecimal: got 'SHA256:${HEX}', write 'app@sha256:${HEX}'`,
  ],

  [
    `a/${long(254)}`,
    'reference-too-long',
    `repository must have at most 255 characters, not 256: got 'a/${long(158)}…' (256 characters)`,
  ],
  [
    long(65_537),
    'reference-too-long',
    `image must have at most 65536 characters: got '${long(160)}…' (65537 characters)`,
  ],

  [
    'joe:s3cret@ghcr.io/acme/app',
    'reference-login',
    "image must not hold a login (a pull secret does): got '***@ghcr.io/acme/app', write 'ghcr.io/acme/app'",
  ],
  [
    'https://joe:s3cret@ghcr.io/acme/app',
    'reference-login',
    "image must not hold a login (a pull secret does): got '***@ghcr.io/acme/app', write 'ghcr.io/acme/app'",
  ],
])('%j', (image, code, message) => {
  expect(refusalOf(image)).toMatchObject({ code, message });
});

test('what an error says to write is an image', () => {
  fc.assert(
    fc.property(arbitraryImage, (image) => {
      const written = /, write '(.*)'$/su.exec(isRefused(image) ? refusalOf(image).message : '')?.[1];
      if (written !== undefined) expect(ImageReference.parse(written).toString()).toContain('/');
    }),
    { numRuns: 3_000 },
  );
});

function isRefused(image: string): boolean {
  try {
    ImageReference.parse(image);
    return false;
  } catch {
    return true;
  }
}

describe('no error shows a password', () => {
  const PASSWORD = 'hunter2';
  const around = fc.constantFrom('', '!', '/', '@', ':', '$', '${', ' ', '%40', '@@', 'sha256:', 'A', 'é', '\n');
  const secret = fc.tuple(around, around).map(([before, after]) => before + PASSWORD + after);
  const target = fc.oneof(
    arbitraryImage,
    fc.constantFrom('ghcr.io/acme/app', 'localhost:5000/app', 'a.io', 'a.io:5000', 'nginx'),
  );

  test.each(['', 'https://', 'docker://', ' ', '/'])('of %juser:password@image', (prefix) => {
    fc.assert(
      fc.property(secret, target, (password, image) => {
        const text = `${prefix}joe:${password}@${image}`;
        fc.pre(isRefused(text));
        expect(refusalOf(text).message).not.toContain(PASSWORD);
      }),
      { numRuns: 2_000 },
    );
  });
});

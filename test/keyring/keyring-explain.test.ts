import { DockerConfig } from '../../src/credential';
import { KeyReason, Keyring, suggestServerKey } from '../../src/keyring';
import fc from '../fast-check';
import { arbitraryKeyNear, arbitraryPulledImage, arbitraryServerKey } from './arbitrary-keyring';

const configOf = (...servers: string[]) =>
  DockerConfig.fromLogins(servers.map((server) => ({ server, username: `user of ${server}`, password: 'hunter2' })));

const HUB = 'https://index.docker.io/v1/';

describe('why one key matches an image, or why not, and what to write', () => {
  test.each<[string, string, KeyReason, string | undefined]>([
    ['ghcr.io', 'ghcr.io/acme/app:1', KeyReason.MATCHES, undefined],
    ['https://ghcr.io/acme', 'ghcr.io/acme/app', KeyReason.MATCHES, undefined],
    ['ghcr.io/acme/', 'ghcr.io/acme/app', KeyReason.MATCHES, undefined],
    ['ghcr.io/acme/app', 'ghcr.io/acme/app', KeyReason.MATCHES, undefined],
    ['*.azurecr.io', 'acme.azurecr.io/app', KeyReason.MATCHES, undefined],
    ['ghcr.io/acme', 'ghcr.io/acme-evil/app', KeyReason.MATCHES_BEYOND_SEGMENT, 'ghcr.io/acme/'],
    ['https://ghcr.io/acme?x', 'ghcr.io/acme-evil/app', KeyReason.MATCHES_BEYOND_SEGMENT, 'ghcr.io/acme/'],

    [HUB, 'nginx', KeyReason.FALLBACK, undefined],
    ['index.docker.io', 'acme/app', KeyReason.FALLBACK, undefined],
    ['index.docker.io', 'localhost/app', KeyReason.FALLBACK, undefined],
    ['docker.io', 'nginx', KeyReason.MATCHES, undefined],
    ['docker.io/acme', 'acme/app', KeyReason.MATCHES, undefined],
    ['https://index.docker.io/v1', 'nginx', KeyReason.API_VERSION, HUB],
    ['registry-1.docker.io', 'nginx', KeyReason.ALIAS_HOST, HUB],
    ['https://hub.docker.com/', 'acme/app', KeyReason.ALIAS_HOST, HUB],
    ['https://index.docker.io/v1/acme', 'acme/app', KeyReason.ALIAS_HOST, 'docker.io/acme/'],
    ['index.docker.io/other', 'acme/app', KeyReason.ALIAS_HOST, undefined],
    ['*.docker.io', 'nginx', KeyReason.LABEL_COUNT, HUB],
    [HUB, 'ghcr.io/acme/app', KeyReason.LABEL_COUNT, undefined],

    ['host.example.com:*', 'host.example.com:5000/app', KeyReason.UNREADABLE, 'host.example.com:5000'],
    [' ghcr.io', 'ghcr.io/acme/app', KeyReason.UNREADABLE, 'ghcr.io'],
    ['[', 'ghcr.io/acme/app', KeyReason.UNREADABLE, undefined],
    ['oci://ghcr.io/acme', 'ghcr.io/acme/app', KeyReason.SCHEME, 'ghcr.io/acme/'],
    ['HTTPS://ghcr.io', 'ghcr.io/acme/app', KeyReason.SCHEME, 'ghcr.io'],
    ['https://https://ghcr.io', 'ghcr.io/acme/app', KeyReason.SCHEME, 'ghcr.io'],

    ['GHCR.IO', 'ghcr.io/acme/app', KeyReason.LETTER_CASE, 'ghcr.io'],
    ['ghcr.io', 'GHCR.io/acme/app', KeyReason.LETTER_CASE, 'GHCR.io'],
    ['ghcr.io/Acme', 'ghcr.io/acme/app', KeyReason.LETTER_CASE, 'ghcr.io/acme/'],
    ['*.azurecr.io', 'a.b.azurecr.io/app', KeyReason.LABEL_COUNT, 'a.b.azurecr.io'],
    ['azurecr.io', 'acme.azurecr.io/app', KeyReason.LABEL_COUNT, 'acme.azurecr.io'],
    ['quay.io', 'ghcr.io/acme/app', KeyReason.LABEL, undefined],
    ['*', 'localhost:5000/app', KeyReason.PORT, undefined],

    ['host.example.com', 'host.example.com:5000/app', KeyReason.PORT, 'host.example.com:5000'],
    ['host.example.com:443', 'host.example.com/app', KeyReason.PORT, 'host.example.com'],
    ['host.example.com:443/team', 'host.example.com/team/app', KeyReason.PORT, 'host.example.com/team/'],

    ['ghcr.io/acme/app:1.0', 'ghcr.io/acme/app:1.0', KeyReason.TAG_OR_DIGEST, 'ghcr.io/acme/'],
    ['ghcr.io/acme/app@sha256:00', 'ghcr.io/acme/app', KeyReason.TAG_OR_DIGEST, 'ghcr.io/acme/'],
    ['ghcr.io/acme/tool:1.0', 'ghcr.io/acme/app:1.0', KeyReason.PATH, undefined],
    ['ghcr.io/*', 'ghcr.io/acme/app', KeyReason.PATH_WILDCARD, 'ghcr.io'],
    ['ghcr.io/acme/*', 'ghcr.io/acme/app', KeyReason.PATH_WILDCARD, 'ghcr.io/acme/'],
    ['ghcr.io/other/*', 'ghcr.io/acme/app', KeyReason.PATH, undefined],
    ['https://host.example.com/v2', 'host.example.com/app', KeyReason.API_VERSION, 'host.example.com'],
    ['https://host.example.com/v2/', 'host.example.com/app', KeyReason.MATCHES, undefined],
    ['ghcr.io/acme/app/', 'ghcr.io/acme/app', KeyReason.PATH_SLASH, 'ghcr.io/acme/'],
    ['ghcr.io/team', 'ghcr.io/acme/app', KeyReason.PATH, undefined],
    ['ghcr.io/acme/app/deep', 'ghcr.io/acme/app', KeyReason.PATH, undefined],
  ])('%s → %s: %s', (serverKey, image, reason, suggestion) => {
    const [explanation] = Keyring.of([configOf(serverKey)]).explain(image);
    expect({ reason: explanation?.reason, suggestion: explanation?.suggestion }).toEqual({ reason, suggestion });
  });
});

test('every entry of every config is explained, with its place in the order of trying', () => {
  const keyring = Keyring.of([
    configOf('docker.io', HUB, 'ghcr.io'),
    configOf('docker.io/acme', 'docker.io', 'registry-1.docker.io'),
  ]);
  expect(
    keyring
      .explain('acme/app')
      .map(({ configIndex, serverKey, matches, reason, order, suggestion }) => [
        configIndex,
        serverKey,
        matches,
        reason,
        order,
        suggestion,
      ]),
  ).toEqual([
    [0, 'docker.io', true, KeyReason.MATCHES, 2, undefined],
    [0, HUB, false, KeyReason.FALLBACK_HIDDEN, undefined, 'docker.io'],
    [0, 'ghcr.io', false, KeyReason.LABEL, undefined, undefined],
    [1, 'docker.io/acme', true, KeyReason.MATCHES, 1, undefined],
    [1, 'docker.io', true, KeyReason.MATCHES, 3, undefined],
    [1, 'registry-1.docker.io', false, KeyReason.ALIAS_HOST, undefined, HUB],
  ]);
});

const arbitraryCase = arbitraryPulledImage.chain((image) =>
  fc.tuple(
    fc.constant(image),
    fc.array(fc.uniqueArray(fc.oneof(arbitraryServerKey, arbitraryKeyNear(image)), { maxLength: 4 }), { maxLength: 3 }),
  ),
);

test('what is explained is what is looked up', () => {
  fc.assert(
    fc.property(arbitraryCase, ([image, configs]) => {
      if (!isImage(image)) return;
      const keyring = Keyring.of(configs.map((keys) => configOf(...keys)));
      const explained = keyring.explain(image);
      const inOrder = explained.filter(({ matches }) => matches).sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
      expect(inOrder.map(({ serverKey, configIndex }) => [serverKey, configIndex])).toEqual(
        keyring.lookup(image).map(({ serverKey, configIndex }) => [serverKey, configIndex]),
      );
      expect(explained).toHaveLength(configs.flat().length);
    }),
    { numRuns: 500 },
  );
});

test('a suggested key matches the image, and the key that it replaces does not', () => {
  fc.assert(
    fc.property(
      arbitraryPulledImage.chain((image) => fc.tuple(fc.constant(image), arbitraryKeyNear(image))),
      ([image, key]) => {
        if (!isImage(image)) return;
        const suggestion = suggestServerKey(image, key);
        if (suggestion === undefined) return;
        expect(Keyring.of([configOf(suggestion)]).lookup(image)).toHaveLength(1);
        expect(Keyring.of([configOf(key)]).lookup(image)).toEqual([]);
      },
    ),
    { numRuns: 1000 },
  );
});

function isImage(image: string): boolean {
  try {
    Keyring.of([]).lookup(image);
    return true;
  } catch {
    return false;
  }
}

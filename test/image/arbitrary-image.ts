import fc from '../fast-check';

const HEX = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';

const oneOf = (...texts: string[]) => fc.constantFrom(...texts);
const word = (alphabet: string, minLength: number, maxLength: number) =>
  fc.string({ unit: oneOf(...alphabet), minLength, maxLength });
const repeated = (unit: string, counts: number[], end = '') =>
  fc.constantFrom(...counts.map((count) => unit.repeat(count) + end));

/** A part that an image may have, and now and then one that is nearly such. */
const mostly = (good: fc.Arbitrary<string>, nearMiss: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 19, arbitrary: good }, { weight: 1, arbitrary: nearMiss });

const component = mostly(
  fc.oneof(
    { weight: 6, arbitrary: word('abz09', 1, 4) },
    { weight: 3, arbitrary: oneOf('library', 'localhost', 'docker.io', 'a__b', 'a.b', 'a-b', 'a---b', HEX + HEX) },
    repeated('a', [63, 64, 128, 246, 247, 248, 254, 255]),
    repeated('a/', [3, 122, 123, 126, 127], 'a'),
  ),
  fc.oneof(
    word('ab0._-', 1, 7),
    oneOf('a___b', 'a..b', 'a-_b', 'a._b', '-a', 'a_', 'App', 'é', 'ſ', 'K', ''),
    repeated('a', [249, 256]),
    repeated('a/', [124, 128, 129], 'a'),
  ),
);

const host = mostly(
  fc.oneof(
    oneOf('docker.io', 'index.docker.io', 'localhost', 'ghcr.io', 'reg', 'registry-1.docker.io', '10.0.0.1'),
    oneOf('GHCR.io', 'Docker.io', 'INDEX.docker.io', 'LOCALHOST', 'X', 'x_y.io', 'x__y.z', 'a--b.io', '[::1]', '[A:b]'),
    repeated('a.', [126, 127, 128, 1000], 'a'),
    repeated('a', [63, 64, 127, 128, 255, 256, 3000], '.io'),
  ),
  fc.oneof(
    oneOf('[fe80::1%eth0]', '[::ffff:1.2.3.4]', '[]', '[:]', '[g]', '::1', '[A:b', 'user:pass@a.io', 'https:', ''),
    oneOf('-a.io', 'a-.io', 'a..io', '.io', 'io.', 'a.-b', 'x_.y', 'x___y.z', 'a.b_C', 'é.io', 'É'),
    word('aB0.-_', 1, 8),
  ),
);

const port = mostly(oneOf('', '', ':5000', ':0', ':99999999999'), oneOf(':', ':x', ':5000:1', ':٣', ':-1'));

const tag = mostly(
  fc.oneof(oneOf('latest', '1.27', 'V1', '_', '0'), word('aZ0_.-', 1, 6), repeated('a', [127, 128])),
  fc.oneof(oneOf('-x', '.x', '', 'a:b', 'a/b', 'tág', 'v1+build', '1.0 '), repeated('a', [129])),
);

const digest = mostly(
  fc
    .constantFrom(['sha256', 64] as const, ['sha384', 96] as const, ['sha512', 128] as const)
    .map(([algorithm, length]) => `${algorithm}:${HEX.repeat(4).slice(0, length)}`),
  fc.oneof(
    fc
      .tuple(
        oneOf(
          'sha256',
          'sha384',
          'sha512',
          'SHA256',
          'Sha512',
          'md5',
          'sha256+b64',
          'sha256.x',
          'a-b_c',
          'sha',
          '9a',
          '',
        ),
        fc.constantFrom(0, 3, 31, 32, 63, 64, 65, 95, 96, 97, 127, 128, 129),
        fc.boolean(),
      )
      .map(([algorithm, length, isUpper]) => {
        const hex = HEX.repeat(5).slice(0, length);
        return `${algorithm}:${isUpper ? hex.toUpperCase() : hex}`;
      }),
    oneOf('latest', '', 'sha256', `sha256:${HEX}${HEX.slice(0, 31)}g`, `sha256:${HEX}${HEX}@sha256:${HEX}${HEX}`),
  ),
);

/** An image name put together from parts, each of which is sometimes a near miss. */
const assembled = fc
  .tuple(
    fc.option(fc.tuple(host, port), { freq: 2, nil: undefined }),
    fc.array(component, { minLength: 1, maxLength: 4 }),
    fc.option(tag, { nil: undefined }),
    fc.option(digest, { nil: undefined }),
  )
  .map(([at, path, tagged, pinned]) => {
    const registry = at === undefined ? '' : `${at.join('')}/`;
    return (
      registry +
      path.join('/') +
      (tagged === undefined ? '' : `:${tagged}`) +
      (pinned === undefined ? '' : `@${pinned}`)
    );
  });

const stranger = oneOf(
  ...'aZ0.:/@_-+[]% \n\t\0\\?#*,~é٣\u200b\ufeff\u0130\u212a',
  '//',
  '::',
  '@@',
  'https://',
  '\ud83d\ude00',
);

/** The same with one character put in, taken out or replaced, now and then. */
export const arbitraryImage: fc.Arbitrary<string> = fc
  .tuple(
    assembled,
    oneOf('keep', 'keep', 'keep', 'keep', 'keep', 'keep', 'insert', 'delete', 'replace', 'append'),
    fc.nat(),
    stranger,
  )
  .map(([image, change, position, text]) => {
    const at = position % (image.length + 1);
    if (change === 'insert') return image.slice(0, at) + text + image.slice(at);
    if (change === 'delete') return image.slice(0, at) + image.slice(at + 1);
    if (change === 'replace') return image.slice(0, at) + text + image.slice(at + 1);
    return change === 'append' ? image + text : image;
  });

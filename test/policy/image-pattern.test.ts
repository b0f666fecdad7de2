import { ImageReference } from '../../src';
import { parseImage } from '../../src/image/image-parts';
import { ImagePattern } from '../../src/policy';
import fc from '../fast-check';
import { arbitraryImage } from '../image/arbitrary-image';

const matches = (pattern: string, image: string) => ImagePattern.parse(pattern).matches(ImageReference.parse(image));

const isImage = (text: string) => text.length < 500 && parseImage(text) !== undefined;

describe('a pattern is compared part by part with the image as the kubelet reads it', () => {
  test.each([
    // pattern, image, taken in
    ['ghcr.io', 'ghcr.io/acme/app:1', true],
    ['ghcr.io', 'ghcr.io:443/acme/app:1', false],
    ['ghcr.io', 'ghcr.io.evil.example/acme/app', false],
    ['ghcr.io/acme', 'ghcr.io/acme/team/app:1', true],
    ['ghcr.io/acme', 'ghcr.io/acme:1', true],
    ['ghcr.io/acme', 'ghcr.io/acme-evil/app', false],
    ['ghcr.io/acme/', 'ghcr.io/acme/app', true],
    ['ghcr.io/acme/*', 'ghcr.io/acme/app', true],
    ['ghcr.io/acme/*', 'ghcr.io/acme', false],
    ['docker.io', 'nginx', true],
    ['docker.io/library', 'nginx:1', true],
    ['docker.io/library', 'acme/nginx', false],
    ['index.docker.io/acme', 'acme/app', true],
    ['docker.io/acme', 'index.docker.io/acme/app', true],
    ['localhost:5000', 'localhost:5000/app', true],
    ['localhost:5000', 'localhost:50001/app', false],
    ['[::1]:5000', '[::1]:5000/app', true],
    ['*.example.com', 'a.example.com/app', true],
    ['*.example.com', 'a.b.example.com/app', false],
    ['*.example.com', 'example.com/app', false],
    ['reg-*-eu.example.com', 'reg-1-eu.example.com/app', true],
    ['reg-*-eu.example.com', 'reg-eu.example.com/app', false],
    ['*.dkr.ecr.eu-west-1.amazonaws.com/shop', '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/api', true],
  ])('%s, %s: %s', (pattern, image, taken) => {
    expect(matches(pattern, image)).toBe(taken);
  });

  test('any image is taken in by its registry, and by its own name', () => {
    fc.assert(
      fc.property(arbitraryImage.filter(isImage), (text) => {
        const image = ImageReference.parse(text);
        fc.pre(image.registry === image.registry.toLowerCase() && image.registry !== '' && /[.:]/.test(image.registry));
        expect(ImagePattern.parse(image.registry).matches(image)).toBe(true);
        expect(ImagePattern.parse(image.name).matches(image)).toBe(true);
      }),
    );
  });
});

test.each([
  ['nginx', "'nginx' names no registry, write for example 'docker.io/library/nginx'"],
  ['acme/app', "'acme/app' names no registry, write for example 'docker.io/acme/app'"],
  ['acme/', "'acme/' names no registry, write for example 'docker.io/library/acme'"],
  ['GHCR.io/acme', "'GHCR.io/acme' names no registry, write for example 'ghcr.io/acme'"],
  ['https://ghcr.io', "'https://ghcr.io' names no registry, write for example 'ghcr.io/acme'"],
  ['ghcr.io/acme/app:1', "'ghcr.io/acme/app:1' holds a tag or a digest, write for example 'ghcr.io/acme/app'"],
  ['', "'' names no registry, write for example 'ghcr.io/acme'"],
  ['bot:hunter2@ghcr.io/acme', "'***@ghcr.io/acme' names no registry, write for example 'ghcr.io/acme'"],
  ['ghcr.io/*/app', "'ghcr.io/*/app' is no registry or repository ("],
  ['x'.repeat(600), 'has more than 512 characters'],
])('%s is no pattern', (pattern, message) => {
  expect(() => ImagePattern.parse(pattern)).toThrow(message);
});

import { ImageReference } from '../../src/image';
import fc from '../fast-check';
import { arbitraryImage } from './arbitrary-image';

/** The reference, where the name is one. */
function parsed(image: string): ImageReference | undefined {
  try {
    return ImageReference.parse(image);
  } catch {
    return undefined;
  }
}

const reference = arbitraryImage.map(parsed).filter((it) => it !== undefined);

test('the canonical name is the same image, and is its own canonical name', () => {
  fc.assert(
    fc.property(reference, (it) => {
      const again = ImageReference.parse(it.canonicalName);
      expect(again).toEqual(ImageReference.parse(again.toString()));
      expect({ ...again, tag: undefined }).toEqual({ ...it, tag: undefined });
      expect(again.tag).toBe(it.effectiveTag);
    }),
    { numRuns: 5_000 },
  );
});

test('the parts are nothing but what stands in the canonical name', () => {
  fc.assert(
    fc.property(reference, (it) => {
      const tag = it.effectiveTag === undefined ? '' : `:${it.effectiveTag}`;
      const digest = it.digest === undefined ? '' : `@${it.digest}`;
      expect(it.canonicalName).toBe(it.name + tag + digest);
      expect(it.name).toBe(it.registry === '' ? it.repository : `${it.registry}/${it.repository}`);
      expect(it.canonicalName).toMatch(/^[\x21-\x7e]+$/);
    }),
    { numRuns: 5_000 },
  );
});

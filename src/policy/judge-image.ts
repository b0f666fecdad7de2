import { attempt } from '../error';
import { ImageReference } from '../image';
import type { PolicyRules } from './policy-rules';

/** Why an image is refused: the name of a rule, as the policy's parameters and messages call it. */
export type ImageRule = 'malformed' | 'foreign' | 'latest' | 'unpinned';

/** The rules that an image breaks, by this library's own reading; the policy's expressions must come to the same. */
export function judgeImage(image: string, { allowed, refuseLatest, requireDigest }: PolicyRules): ImageRule[] {
  const reference = attempt(() => ImageReference.parse(image));
  // no registry: a first part that looks like a host and is none, as in `x_y.io/app`
  if (reference === undefined || reference.registry === '') return ['malformed'];
  const broken: ImageRule[] = [];
  if (allowed !== undefined && !allowed.some((pattern) => pattern.matches(reference))) broken.push('foreign');
  if (refuseLatest && !reference.isPinned && reference.effectiveTag === 'latest') broken.push('latest');
  if (requireDigest && !reference.isPinned) broken.push('unpinned');
  return broken;
}

import { DIGEST } from './digest';
import { REGISTRY, REPOSITORY, TAG } from './grammar';

/** The expression without its anchors. */
const inner = ({ source }: RegExp) => source.slice(1, -1);

/**
 * A canonical name whose tag may be left out, in the syntax that JavaScript and RE2 share: for programs that are not this one. Lengths are
 * not in it.
 */
export const CANONICAL_IMAGE = `^${inner(REGISTRY)}/${inner(REPOSITORY)}(?::${inner(TAG)})?(?:@${inner(DIGEST)})?$`;

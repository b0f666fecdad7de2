export { CANONICAL_IMAGE } from './canonical-pattern';
export { ImageReference } from './image-reference';

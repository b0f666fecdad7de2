export { CANONICAL_IMAGE } from './canonical-pattern';
export { isRegistry, isRepository } from './image-parts';
export { ImageReference } from './image-reference';
export { loginEnd, quoted } from './quoting';

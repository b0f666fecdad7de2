export { RegcredError } from './error';
export { ImageReference } from './image';

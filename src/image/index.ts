export { ImageReference } from './image-reference';

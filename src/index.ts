export { RegcredError } from './error';

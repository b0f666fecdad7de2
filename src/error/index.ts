export { attempt } from './attempt';
export type { ErrorCode, ImageErrorCode } from './error-code';
export { kindOf } from './kind-of';
export { RegcredError } from './regcred-error';
export { requireList } from './require-list';
export { requireOneOf } from './require-one-of';
export { requireOptions } from './require-options';
export { requireString } from './require-string';

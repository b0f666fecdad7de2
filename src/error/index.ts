export type { ErrorCode, ImageErrorCode } from './error-code';
export { kindOf } from './kind-of';
export { RegcredError } from './regcred-error';
export { requireList } from './require-list';
export { requireString } from './require-string';

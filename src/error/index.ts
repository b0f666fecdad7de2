export type { ErrorCode, ImageErrorCode } from './error-code';
export { RegcredError } from './regcred-error';
export { kindOf, requireString } from './require-string';

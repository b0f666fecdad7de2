export type { ErrorCode, ImageErrorCode } from './error-code';
export { RegcredError } from './regcred-error';

export type { ErrorCode } from './error-code';
export { RegcredError } from './regcred-error';

import type { ErrorCode } from './error-code';
import { kindOf } from './kind-of';
import { RegcredError } from './regcred-error';

/**
 * A string, where plain JavaScript hands over anything: mostly the value of a variable that is not set. What it is instead is not shown,
 * since it may hold a password.
 *
 * @param what what the message calls it
 * @param write what to write, as it stands after "write"
 * @throws RegcredError with the code
 */
export function requireString(value: unknown, code: ErrorCode, what: string, write: string): string {
  if (typeof value === 'string') return value;
  throw new RegcredError(code, `${what} must be a string: got ${kindOf(value)}, write ${write}`);
}

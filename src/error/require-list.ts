import type { ErrorCode } from './error-code';
import { kindOf } from './kind-of';
import { RegcredError } from './regcred-error';

/**
 * A list, where plain JavaScript hands over one value alone, or none.
 *
 * @param what what the message calls it
 * @param write what to write, as it stands after "write"
 * @param shown says what a value of the wrong kind is
 * @throws RegcredError with the code
 */
export function requireList<T>(
  value: readonly T[],
  code: ErrorCode,
  what: string,
  write: string,
  shown = kindOf,
): readonly T[] {
  if (Array.isArray(value)) return value;
  throw new RegcredError(code, `${what} must be a list: got ${shown(value)}, write ${write}`);
}

import { kindOf } from './kind-of';
import { RegcredError } from './regcred-error';

/**
 * An object of options, where plain JavaScript leaves them out, or hands over one of them alone.
 *
 * @param write what stands there when it is right, with the call
 * @throws RegcredError `option-missing`
 */
export function requireOptions<T extends object>(options: T, write: string): T {
  if (typeof options === 'object' && options !== null && !Array.isArray(options)) return options;
  throw new RegcredError('option-missing', `an object is wanted: got ${kindOf(options)}, write ${write}`);
}

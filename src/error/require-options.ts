import { kindOf } from './kind-of';
import { RegcredError } from './regcred-error';

/**
 * An object of options, where plain JavaScript leaves them out, or hands over one of them alone, or has `null` in the place of one.
 *
 * @param write what stands there when it is right, with the call
 * @throws RegcredError `option-missing`, or `option-value` where an option is `null`: a default only stands for what is left out
 */
export function requireOptions<T extends object>(options: T, write: string): T {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new RegcredError('option-missing', `an object is wanted: got ${kindOf(options)}, write ${write}`);
  }
  const [empty] = Object.entries(options).find(([, value]) => value === null) ?? [];
  if (empty === undefined) return options;
  throw new RegcredError(
    'option-value',
    `the option '${empty}' is null: leave it out or give it a value, as in ${write}`,
  );
}

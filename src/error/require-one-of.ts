import { kindOf } from './kind-of';
import { RegcredError } from './regcred-error';

/** A text that is shown as it is: a word that somebody meant, and no password. */
const WORD = /^[\w .-]{0,40}$/;

/**
 * A value of one of our enums. Plain JavaScript can hand over any word, and an unknown one would be taken for one of the others.
 *
 * @param what what the message calls it
 * @param words the values of the enum
 * @throws RegcredError `option-value`
 */
export function requireOneOf<T extends string>(value: T, what: string, words: Readonly<Record<string, T>>): T {
  const known = Object.values(words);
  if (known.includes(value)) return value;
  const text = typeof value === 'string' ? value : undefined;
  const got = text !== undefined && WORD.test(text) ? `'${text}'` : kindOf(value);
  const meant = known.find((word) => word.toLowerCase() === text?.toLowerCase());
  const list = known.map((word) => `'${word}'`).join(', ');
  throw new RegcredError(
    'option-value',
    `${what} must be one of ${list}: got ${got}, write ${meant === undefined ? 'one of them' : `'${meant}'`}`,
  );
}

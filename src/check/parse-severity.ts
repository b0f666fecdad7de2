import { RegcredError } from '../error';
import { SEVERITIES, type Severity } from './finding';

/**
 * A severity, as a property may say one. No finding is as grave as a word that is none: it would let everything pass.
 *
 * @param what what the message calls its place
 * @param others words that may stand there too
 * @throws RegcredError `check-severity`
 */
export function parseSeverity<Other extends string = never>(
  text: string,
  what: string,
  others: readonly Other[] = [],
): Severity | Other {
  const known = [...SEVERITIES, ...others];
  const severity = known.find((word) => word === text);
  if (severity !== undefined) return severity;
  throw new RegcredError('check-severity', `a severity is one of ${known.join(', ')}: got '${text}' for ${what}`);
}

import { RegcredError } from '../error';
import { SEVERITIES, type Severity } from './finding';

/**
 * A severity that an option names. An unknown word is refused: no finding would ever be as grave, and everything would pass.
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

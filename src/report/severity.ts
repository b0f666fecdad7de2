import { SEVERITIES, type Severity } from '../check';

/** Whether a severity fails a check that fails on `failOn`. */
export function isAtLeast(severity: Severity, failOn: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);
}

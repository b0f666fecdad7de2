import type { Severity } from '../check';

const WEIGHT: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };

/** Whether a severity fails a check that fails on `failOn`. */
export function isAtLeast(severity: Severity, failOn: Severity): boolean {
  return WEIGHT[severity] >= WEIGHT[failOn];
}

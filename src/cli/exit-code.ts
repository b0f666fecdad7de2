/** Nothing to complain about. */
export const EXIT_CLEAN = 0;
/** Findings at or above `--fail-on`, or an image that cannot be pulled. */
export const EXIT_FINDINGS = 1;
/** Wrong usage, or something could not be read. */
export const EXIT_FAILED = 2;

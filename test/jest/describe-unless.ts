/** A block of tests that need what may not be here: then it is reported as skipped, never as passed, and where nobody can miss it. */
export function describeUnless(missing: string | undefined, what: string) {
  if (missing !== undefined) process.stderr.write(`\n!! SKIPPED, not passed: ${what} (${missing})\n`);
  return missing === undefined ? describe : describe.skip;
}

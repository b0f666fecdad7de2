/** Languages other than TypeScript whose programs the tests run. */
export const CONSUMER_LANGUAGES = ['python', 'go'] as const;
export type ConsumerLanguage = (typeof CONSUMER_LANGUAGES)[number];

type Needed = 'engine' | ConsumerLanguage;

const variableOf = (needed: Needed) => `REGCRED_${needed.toUpperCase()}_MISSING`;

/** Says to the test files, which run in processes of their own, what cannot be tested here. */
export function declareMissing(needed: Needed, reason: string): void {
  process.env[variableOf(needed)] = reason;
}

/** Why something that tests need is not there, if it is not. */
export function reasonMissing(needed: Needed): string | undefined {
  return process.env[variableOf(needed)];
}

/** A line for each thing whose tests are skipped. */
export function missingLines(): readonly string[] {
  const needed: readonly Needed[] = ['engine', ...CONSUMER_LANGUAGES];
  return needed.flatMap((name) => {
    const reason = reasonMissing(name);
    return reason ? [`!! SKIPPED, not passed: no ${NAMES[name]} (${reason})`] : [];
  });
}

const NAMES = { engine: 'Pulumi engine', python: 'programs in Python', go: 'programs in Go' };

import fc from 'fast-check';

/** Cases a run; a million and more on demand, by `REGCRED_CASES`. */
export const CASES = Number(process.env.REGCRED_CASES ?? 10_000);

/** What the cases may take on a busy machine, in milliseconds. */
export const TIMEOUT = 60_000 + 4 * CASES;

/** Another one each run, unless `REGCRED_SEED` says which; a disagreement names the seed that finds it again. */
const SEED = Number(process.env.REGCRED_SEED ?? Date.now() % 2 ** 31);

const BATCH = 5_000;

/** What both sides say about one case, as text. */
export interface Statement {
  readonly theirs: string;
  readonly ours: string;
  /** What sort of case it is: a test sees by the counts that it compares what it means to compare. */
  readonly sort: string;
}

/**
 * Expects that both sides say the same about every generated case, and returns how many cases of each sort there were, as a part
 * of 1. At a disagreement the cases run again one by one, so that fast-check finds the smallest.
 */
export async function expectAgreement<Case>(
  arbitrary: fc.Arbitrary<Case>,
  statements: (cases: readonly Case[]) => Promise<readonly Statement[]>,
  count = CASES,
): Promise<Record<string, number>> {
  const shares: Record<string, number> = {};
  for (let done = 0; done < count; done += BATCH) {
    const parameters = { seed: SEED + done, numRuns: Math.min(BATCH, count - done) };
    const said = await statements(fc.sample(arbitrary, parameters));
    for (const { sort } of said) shares[sort] = (shares[sort] ?? 0) + 1 / count;
    if (said.every(({ theirs, ours }) => theirs === ours)) continue;
    const one = fc.asyncProperty(arbitrary, async (it) => {
      for (const { theirs, ours } of await statements([it])) expect(ours).toBe(theirs);
    });
    await fc.assert(one, parameters);
    throw new Error(`seed ${parameters.seed}: a disagreement that did not show a second time`);
  }
  return shares;
}

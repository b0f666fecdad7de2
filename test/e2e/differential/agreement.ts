import fc, { SEED } from '../../fast-check';

/** Cases a run; a million and more on demand, by `REGCRED_CASES`. */
export const CASES = Number(process.env.REGCRED_CASES ?? 10_000);

/** What the cases may take on a busy machine, in milliseconds. */
export const TIMEOUT = 60_000 + 4 * CASES;

const BATCH = 5_000;

/** What both sides say about one case, as text. */
export interface Statement {
  readonly theirs: string;
  readonly ours: string;
  /** What sort of case it is. */
  readonly sort: string;
}

/** A sort of which fewer cases are drawn is not compared; far below what any seed draws. */
const LEAST_SHARE = 1 / 25;

/**
 * Expects that both sides say the same about every generated case, and that enough of them are of each sort. At a disagreement
 * the cases run again one by one, so that fast-check finds the smallest.
 */
export async function expectAgreement<Case>(
  arbitrary: fc.Arbitrary<Case>,
  statements: (cases: readonly Case[]) => Promise<readonly Statement[]>,
  sorts: readonly string[],
  count = CASES,
): Promise<void> {
  const counts = new Map<string, number>();
  for (let done = 0; done < count; done += BATCH) {
    const parameters = { seed: SEED + done, numRuns: Math.min(BATCH, count - done) };
    const said = await statements(fc.sample(arbitrary, parameters));
    for (const { sort } of said) counts.set(sort, (counts.get(sort) ?? 0) + 1);
    if (said.every(({ theirs, ours }) => theirs === ours)) continue;
    const one = fc.asyncProperty(arbitrary, async (it) => {
      for (const { theirs, ours } of await statements([it])) expect(ours).toBe(theirs);
    });
    await fc.assert(one, parameters);
    throw new Error(`seed ${parameters.seed}: a disagreement that did not show a second time`);
  }
  const enough = [...counts].filter(([, drawn]) => drawn >= count * LEAST_SHARE).map(([sort]) => sort);
  expect(enough.sort()).toEqual([...sorts].sort());
}

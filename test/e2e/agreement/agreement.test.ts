import fc, { SEED } from '../../fast-check';

import { record } from '../client/record';
import { describeOn } from '../client/suite';
import type { AgreementCase } from './case';
import { arbitraryAgreementCase } from './case';
import { observe } from './kubelet';
import type { Comparison } from './prediction';
import { check, compare } from './prediction';
import { smallest } from './smallest';

/** Namespaces a run: Secrets, accounts and a pod each. */
const CASES = Number(process.env.REGCRED_AGREEMENT_CASES ?? 220);

/** Namespaces at a time on the node. */
const BATCH = 110;

async function comparisonsOf(cases: readonly AgreementCase[]): Promise<Comparison[][]> {
  const observed = await observe(cases);
  return compare(check(observed.map(({ placed }) => placed)), observed);
}

const disagree = (comparisons: readonly Comparison[]) => comparisons.some((it) => it.predicted !== it.observed);

describeOn('node', 'the check says before what the kubelet does after', () => {
  test(`${CASES} generated namespaces, seed ${SEED}: every verdict is what happens, and every login is tried in the order foretold`, async () => {
    const cases = fc.sample(arbitraryAgreementCase, CASES);
    const counts: Record<string, number> = {};
    for (let start = 0; start < CASES; start += BATCH) {
      const batch = cases.slice(start, start + BATCH);
      const comparisons = await comparisonsOf(batch);
      for (const { verdict } of comparisons.flat()) counts[verdict] = (counts[verdict] ?? 0) + 1;
      const wrong = batch.find((_, index) => disagree(comparisons[index] ?? []));
      if (wrong) await failWith(wrong);
    }
    record('generated namespaces, where the check and the kubelet agree', CASES);
    for (const [verdict, count] of Object.entries(counts))
      record(`… of their images with the verdict \`${verdict}\``, count);
    // all that the check can say was said
    expect(Object.keys(counts).sort()).toEqual(['anonymous', 'credential', 'malformed', 'missing', 'node']);
  }, 600_000);
});

/** Fails with the smallest case that is like this one. */
async function failWith(wrong: AgreementCase): Promise<void> {
  const least = await smallest(wrong, async (cases) => (await comparisonsOf(cases)).map(disagree));
  const [comparisons = []] = await comparisonsOf([least]);
  const outcome = (key: 'predicted' | 'observed') => comparisons.map((it) => `${it.verdict}: ${it[key]}`);
  console.error(`seed ${SEED}, the smallest case that disagrees:\n${JSON.stringify(least, null, 2)}`);
  expect(outcome('observed')).toEqual(outcome('predicted'));
  throw new Error(`seed ${SEED}: a disagreement that did not show a second time`);
}

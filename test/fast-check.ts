// biome-ignore lint/style/noRestrictedImports: what all others import
import fc from 'fast-check';

const { REGCRED_SEED: wanted = '1' } = process.env;

/**
 * What all generated cases come from. The same on every machine, so that the code decides what lands and not the draw; to find
 * what nobody has thought of, set `REGCRED_SEED` to `random` or to a number.
 */
export const SEED = wanted === 'random' ? Date.now() % 2 ** 31 : Number(wanted);
if (wanted === '' || !Number.isInteger(SEED)) {
  throw new Error(`REGCRED_SEED must be a whole number or 'random': got '${wanted}'`);
}

fc.configureGlobal({ seed: SEED });

/** fast-check, which begins with that seed: tests import it from here. */
// biome-ignore lint/style/noRestrictedImports: the same
export { default } from 'fast-check';

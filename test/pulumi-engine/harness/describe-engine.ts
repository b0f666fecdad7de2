/** A block of tests that need the real engine: reported as skipped, never as passed, where it could not be built. */
export const describeEngine = process.env.REGCRED_ENGINE_MISSING ? describe.skip : describe;

import { type ConsumerLanguage, reasonMissing } from './missing';

/** A block of tests that need the real engine: reported as skipped, never as passed, where it could not be built. */
export const describeEngine = reasonMissing('engine') ? describe.skip : describe;

/** A block of tests that need the engine and the tools of another language. */
export const describeLanguage = (language: ConsumerLanguage) =>
  reasonMissing('engine') || reasonMissing(language) ? describe.skip : describe;

import { RegcredError } from './regcred-error';

/** What a call gives, or nothing where it throws a RegcredError; any other error is a fault of ours, and goes on. */
export function attempt<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch (error) {
    if (error instanceof RegcredError) return undefined;
    throw error;
  }
}

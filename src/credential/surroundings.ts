import type { Environment } from './environment';

/** What a credential helper answers. */
export interface HelperAnswer {
  /** Whether it ended well. */
  readonly ok: boolean;
  /** What it wrote to its standard output. */
  readonly output: string;
}

/** What is around the program: an argument, so that nothing here depends on where it runs. */
export interface Surroundings {
  readonly environment: Environment;
  /** The text of a file, or nothing where there is none. */
  readFile(path: string): string | undefined;
  /** Runs a program of the search path with `get` as its argument and a text as its input; nothing where there is no such program. */
  runHelper(program: string, input: string): HelperAnswer | undefined;
}

/** Surroundings with an environment and nothing else. */
export function onlyEnvironment(environment: Environment): Surroundings {
  return { environment, readFile: () => undefined, runHelper: () => undefined };
}

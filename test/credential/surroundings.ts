import type { HelperAnswer, Surroundings } from '../../src/credential';

/** Surroundings of a test: files by path, helpers by program. */
export function surroundings(props: {
  environment?: Record<string, string>;
  files?: Record<string, string>;
  helpers?: Record<string, (server: string) => HelperAnswer>;
}): Surroundings {
  const { environment = {}, files = {}, helpers = {} } = props;
  return {
    environment,
    readFile: (path) => files[path],
    runHelper: (program, input) => helpers[program]?.(input),
  };
}

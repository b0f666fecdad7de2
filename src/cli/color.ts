import type { CliIo, CliOutput } from './io';

/** Whether to colour what goes to a stream: FORCE_COLOR, then NO_COLOR, then whether it is a terminal. */
export function usesColor(stream: CliOutput, { env }: Pick<CliIo, 'env'>): boolean {
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (env.NO_COLOR) return false;
  return stream.isTTY === true && env.TERM !== 'dumb';
}

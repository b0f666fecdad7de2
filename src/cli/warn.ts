import type { CliIo } from './io';

/** Says on standard error what works, and may not be meant. */
export function warn(message: string, { stderr }: Pick<CliIo, 'stderr'>): void {
  stderr.write(`regcred: warning: ${message}\n`);
}

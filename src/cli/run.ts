import { isNativeError } from 'node:util/types';
import { CommanderError } from 'commander';
import { RegcredError } from '../error';
import { EXIT_CLEAN, EXIT_FAILED } from './exit-code';
import type { CliIo } from './io';
import { buildProgram } from './program';

/** Runs one command line and says the exit code; writes nowhere but to `io`. */
export async function run(argv: readonly string[], io: CliIo): Promise<number> {
  let exitCode = EXIT_CLEAN;
  const program = buildProgram(io, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    // commander has already said what is wrong
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_CLEAN : EXIT_FAILED;
    io.stderr.write(`regcred: ${messageOf(error, io)}\n`);
    return EXIT_FAILED;
  }
}

function messageOf(error: unknown, { env }: CliIo): string {
  if (!isNativeError(error)) return String(error);
  if (env.REGCRED_DEBUG) return error.stack ?? error.message;
  const { printable } = require('../report') as typeof import('../report');
  const message = printable(error.message);
  return error instanceof RegcredError ? message : `${message} (set REGCRED_DEBUG=1 to see where)`;
}

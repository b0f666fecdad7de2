import { explainPull } from '../../check';
import { formatExplanations, printable } from '../../report';
import { Documents } from '../check/read-documents';
import { usesColor } from '../color';
import { loadConfig } from '../config/load-config';
import { EXIT_CLEAN, EXIT_FAILED, EXIT_FINDINGS } from '../exit-code';
import type { CliIo } from '../io';

/** The options of `regcred explain`, as commander hands them over. */
export interface ExplainFlags {
  readonly file: readonly string[];
  readonly namespace?: string;
  readonly serviceAccount?: string;
  readonly config?: string;
  readonly format: 'text' | 'json';
}

/** Runs `regcred explain` and says the exit code. */
export async function runExplain(image: string, flags: ExplainFlags, io: CliIo): Promise<number> {
  const { check: config } = loadConfig(flags.config, io);
  const documents = await Documents.open(flags.file, io);
  const { namespace, serviceAccount } = flags;
  const options = { ...config, namespace: namespace ?? config.namespace };
  const explanations = explainPull(documents.read(), { image, namespace, serviceAccount }, options);
  io.stdout.write(
    flags.format === 'json'
      ? `${JSON.stringify(explanations, undefined, 2)}\n`
      : formatExplanations(explanations, { color: usesColor(io.stdout, io) }),
  );
  for (const { file, line, message } of documents.problems)
    io.stderr.write(`regcred: ${printable(`${file}:${line}: ${message}`)}\n`);
  if (documents.problems.length > 0) return EXIT_FAILED;
  return explanations.some(({ verdict }) => verdict === 'missing' || verdict === 'malformed')
    ? EXIT_FINDINGS
    : EXIT_CLEAN;
}

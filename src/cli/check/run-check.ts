import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type CheckOptions, type CheckReport, checkManifests, locateFindings, type Severity } from '../../check';
import type { CheckConfig } from '../../config';
import { RegcredError } from '../../error';
import { formatReport, isAtLeast, type ReportContext, type ReportFormat } from '../../report';
import { usesColor } from '../color';
import { loadConfig } from '../config/load-config';
import { EXIT_CLEAN, EXIT_FAILED, EXIT_FINDINGS } from '../exit-code';
import type { CliIo } from '../io';
import { Progress } from '../progress';
import { unreadable } from '../read-text';
import { packageVersion } from '../version';
import { Documents } from './read-documents';

/** The options of `regcred check`, as commander hands them over. */
export interface CheckFlags {
  readonly format: ReportFormat;
  readonly output?: string;
  readonly failOn?: Severity;
  readonly kubernetesVersion?: string;
  readonly namespace?: string;
  readonly public?: readonly string[];
  readonly private?: readonly string[];
  readonly node?: readonly string[];
  readonly config?: string;
}

/** Runs `regcred check` and says the exit code. */
export async function runCheck(paths: readonly string[], flags: CheckFlags, io: CliIo): Promise<number> {
  const { check: config } = loadConfig(flags.config, io);
  const documents = await Documents.open(pathsToCheck(paths, config), io);
  const progress = new Progress(io);
  const found = checkManifests(documents.read(progress), checkOptions(flags, config));
  progress.tick(() => 'looking up lines');
  const report = locateFindings(found, (file) => documents.textOf(file));
  progress.done();
  if (report.summary.objects === 0 && documents.problems.length === 0) {
    throw new RegcredError('cli-unreadable', 'no Kubernetes object in what was read: is it what you meant to check?');
  }

  const failOn = flags.failOn ?? config.failOn ?? 'error';
  const context: ReportContext = {
    sourceOf: (file) => documents.textOf(file),
    unread: documents.problems,
    failOn,
    toolVersion: packageVersion(),
  };
  writeReport(report, context, flags, io);
  if (documents.problems.length > 0) return EXIT_FAILED;
  return report.findings.some(({ severity }) => isAtLeast(severity, failOn)) ? EXIT_FINDINGS : EXIT_CLEAN;
}

function pathsToCheck(paths: readonly string[], config: CheckConfig): readonly string[] {
  const named = paths.length > 0 ? paths : (config.paths ?? []);
  if (named.length > 0) return named;
  throw new RegcredError(
    'cli-usage',
    'nothing to check: name files or folders, or - for standard input, such as `regcred check k8s/`',
  );
}

/** Lists of the command line are added to those of regcred.yaml; a single value takes its place. */
function checkOptions(flags: CheckFlags, config: CheckConfig): CheckOptions {
  const { paths: _paths, failOn: _failOn, ...options } = config;
  return {
    ...options,
    namespace: flags.namespace ?? config.namespace,
    kubernetesVersion: flags.kubernetesVersion ?? config.kubernetesVersion,
    publicImages: [...(config.publicImages ?? []), ...(flags.public ?? [])],
    privateImages: [...(config.privateImages ?? []), ...(flags.private ?? [])],
    nodeImages: [...(config.nodeImages ?? []), ...(flags.node ?? [])],
  };
}

/** With `--output` a log still has the text: one run gives a CI both. */
function writeReport(report: CheckReport, context: ReportContext, { format, output }: CheckFlags, io: CliIo): void {
  const text = () => formatReport('text', report, { ...context, color: usesColor(io.stdout, io) });
  if (output === undefined) {
    io.stdout.write(format === 'text' ? text() : formatReport(format, report, context));
    return;
  }
  try {
    writeFileSync(resolve(io.cwd, output), formatReport(format, report, context));
  } catch (error) {
    throw unreadable(output, error, 'write');
  }
  io.stdout.write(text());
}

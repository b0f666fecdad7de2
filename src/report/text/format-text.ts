import type { CheckReport, Finding, RuleId, SuppressedFinding, Suppression } from '../../check';
import { objectName } from '../object-name';
import type { ReportContext, UnreadDocument } from '../report-context';
import { SourceText } from './code-frame';
import { formatFinding, formatPlace } from './format-finding';
import { formatSummary } from './format-summary';
import { formatImageTable } from './image-table';
import { printable } from './printable';
import { type Paint, painter, SEVERITY_INK } from './style';

/** The report for people: a table of images, the findings, and a line that sums up. */
export function formatText(report: CheckReport, context: ReportContext = {}): string {
  const paint = painter(context.color ?? false);
  const parts = [
    formatImageTable(report.images, paint),
    ...(context.unread ?? []).map((document) => formatUnread(document, paint)),
    ...formatFindings(report.findings, context, paint),
    formatSuppressed(report.suppressed, paint),
    formatUnused(report.summary.unusedSuppressions, paint),
    formatSummary(report, context),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

/** Advice of one rule that is shown; the rest is counted: forty images with a tag must not hide two without a login. */
const SHOWN_ADVICE = 3;

function formatFindings(findings: readonly Finding[], context: ReportContext, paint: Paint): readonly string[] {
  const sources = new Map<string, SourceText | undefined>();
  const sourceOf = (file: string) => {
    if (!sources.has(file)) {
      const text = context.sourceOf?.(file);
      sources.set(file, text === undefined ? undefined : new SourceText(text));
    }
    return sources.get(file);
  };
  const explained = new Set<string>();
  const { shown, left } = foldAdvice(findings);
  const texts = shown.map((finding) => {
    const text = formatFinding(finding, paint, sourceOf(finding.location.file), explained);
    explained.add(finding.why);
    return text;
  });
  const folded = [...left].map(
    ([rule, count]) => `${paint(`info[${rule}]`, SEVERITY_INK.info)}: ${count} more; the other formats have them all\n`,
  );
  return [...texts, ...folded];
}

function foldAdvice(findings: readonly Finding[]): {
  readonly shown: readonly Finding[];
  readonly left: ReadonlyMap<RuleId, number>;
} {
  const counts = new Map<RuleId, number>();
  const shown = findings.filter(({ rule, severity }) => {
    if (severity !== 'info') return true;
    const count = (counts.get(rule) ?? 0) + 1;
    counts.set(rule, count);
    return count <= SHOWN_ADVICE;
  });
  const left = [...counts].map(([rule, count]) => [rule, count - SHOWN_ADVICE] as const);
  return { shown, left: new Map(left.filter(([, count]) => count > 0)) };
}

function formatUnread(document: UnreadDocument, paint: Paint): string {
  return (
    `${paint('unreadable', 'bold', SEVERITY_INK.error)}: ${printable(document.message)}\n` +
    `  ${paint('-->', 'blue')} ${printable(formatPlace(document))}\n`
  );
}

function formatSuppressed(suppressed: readonly SuppressedFinding[], paint: Paint): string {
  if (suppressed.length === 0) return '';
  const lines = suppressed.map(
    ({ finding, reason }) => `  ${finding.rule} on ${printable(objectName(finding))}: ${printable(reason)}\n`,
  );
  return `${paint('suppressed', 'bold')}:\n${lines.join('')}`;
}

function formatUnused(unused: readonly Suppression[], paint: Paint): string {
  if (unused.length === 0) return '';
  const lines = unused.map(({ rule, object = '*' }) => `  ${rule} on ${printable(object)}\n`);
  return `${paint('suppressions that nothing needs any more', 'bold', SEVERITY_INK.warning)}:\n${lines.join('')}`;
}

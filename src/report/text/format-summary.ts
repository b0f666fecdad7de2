import { type CheckReport, SEVERITIES, type Severity, VERDICTS } from '../../check';
import { counted } from '../counted';
import type { ReportContext } from '../report-context';
import { type Paint, painter, SEVERITY_INK, VERDICT_INK } from './style';

/** One line: `3 images in 2 workloads: 2 credential, 1 missing; 1 error`. */
export function formatSummary(report: CheckReport, context: ReportContext = {}): string {
  const paint = painter(context.color ?? false);
  return `${[imagesPart(report, paint), findingsPart(report, paint), unreadPart(context, paint)].filter(Boolean).join('; ')}\n`;
}

function imagesPart({ summary }: CheckReport, paint: Paint): string {
  if (summary.images === 0) return `no images in ${counted(summary.objects, 'object')}`;
  const verdicts = VERDICTS.filter((verdict) => summary.verdicts[verdict] > 0).map((verdict) =>
    paint(`${summary.verdicts[verdict]} ${verdict}`, VERDICT_INK[verdict]),
  );
  return `${counted(summary.images, 'image')} in ${counted(summary.workloads, 'workload')}: ${verdicts.join(', ')}`;
}

function findingsPart({ summary }: CheckReport, paint: Paint): string {
  const found = SEVERITIES.filter((severity) => summary.findings[severity] > 0).map((severity) =>
    paint(nounOf(severity, summary.findings[severity]), SEVERITY_INK[severity]),
  );
  const suppressed = summary.suppressed > 0 ? [`${summary.suppressed} suppressed`] : [];
  return [...(found.length > 0 ? found : ['no findings']), ...suppressed].join(', ');
}

function nounOf(severity: Severity, count: number): string {
  return severity === 'info' ? `${count} info` : counted(count, severity);
}

function unreadPart({ unread = [] }: ReportContext, paint: Paint): string {
  return unread.length === 0 ? '' : paint(`${counted(unread.length, 'document')} could not be read`, 'red');
}

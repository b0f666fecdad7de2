import type { CheckReport } from '../check';
import { formatHtml } from './html/html-report';
import { formatJson } from './json/json-report';
import { formatJunit } from './junit/junit-report';
import { formatMermaid } from './mermaid/mermaid-report';
import type { ReportContext } from './report-context';
import { formatSarif } from './sarif/sarif-report';
import { formatText } from './text/format-text';

const FORMATTERS = {
  text: formatText,
  json: formatJson,
  sarif: formatSarif,
  junit: formatJunit,
  mermaid: formatMermaid,
  html: formatHtml,
} as const satisfies Record<string, (report: CheckReport, context: ReportContext) => string>;

/** How a report can be written. */
export type ReportFormat = keyof typeof FORMATTERS;

/** A report in one of its formats; ends with a line feed. */
export function formatReport(format: ReportFormat, report: CheckReport, context: ReportContext = {}): string {
  return FORMATTERS[format](report, context);
}

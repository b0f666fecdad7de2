import type { CheckReport, Finding, ImageVerdict, Location } from '../../check';
import type { ReportContext } from '../report-context';

/** The report for programs; docs/schema/check-report.schema.json says what each field is. */
export function formatJson(report: CheckReport, context: ReportContext = {}): string {
  const { summary } = report;
  const document = {
    images: report.images.map(imageOf),
    findings: report.findings.map(findingOf),
    suppressed: report.suppressed.map(({ finding, reason }) => ({ ...findingOf(finding), reason })),
    unread: (context.unread ?? []).map(({ file, line, column, message }) => ({ file, line, column, message })),
    summary: {
      objects: summary.objects,
      workloads: summary.workloads,
      images: summary.images,
      verdicts: summary.verdicts,
      findings: summary.findings,
      suppressed: summary.suppressed,
      unusedSuppressions: summary.unusedSuppressions,
    },
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function imageOf(verdict: ImageVerdict) {
  const { namespace, kind, name, container, image, role, why, tried, serviceAccount, pullSecrets } = verdict;
  return {
    namespace,
    kind,
    name,
    container,
    image,
    verdict: verdict.verdict,
    role,
    why,
    tried: tried.map(({ secret, serverKey }) => ({ secret, serverKey })),
    serviceAccount,
    pullSecrets,
    pullSecretsFrom: verdict.pullSecretsFrom,
    ...placeOf(verdict.location),
  };
}

function findingOf({ rule, severity, namespace, kind, name, path, message, fix, why, link, location }: Finding) {
  return { rule, severity, namespace, kind, name, path, message, fix, why, link, ...placeOf(location) };
}

/** Without the offsets: they are of no use to who has not the same text. */
function placeOf({ file, line, column }: Location) {
  return { file, line, column };
}

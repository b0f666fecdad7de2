import type { CheckReport, Finding, Location } from '../../check';
import { objectName } from '../object-name';
import type { ReportContext, UnreadDocument } from '../report-context';
import { artifactUri } from './artifact-uri';
import { Fingerprints } from './fingerprint';
import { levelOf, SarifRules } from './sarif-rules';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** The findings as SARIF 2.1.0, which code hosts show on the pull request; suppressed ones say why. */
export function formatSarif(report: CheckReport, context: ReportContext = {}): string {
  const rules = new SarifRules();
  const fingerprints = new Fingerprints();
  const resultOf = (finding: Finding, reason?: string) => ({
    ruleId: finding.rule,
    ruleIndex: rules.indexOf(finding),
    level: levelOf(finding.severity),
    message: { text: `${finding.message}\n${finding.fix}` },
    locations: [locationOf(finding)],
    partialFingerprints: { 'regcred/v1': fingerprints.of(finding) },
    ...(reason === undefined ? {} : { suppressions: [{ kind: 'external', justification: reason }] }),
  });
  const results = [
    ...report.findings.map((finding) => resultOf(finding)),
    ...report.suppressed.map(({ finding, reason }) => resultOf(finding, reason)),
  ];
  const { unread = [], toolVersion } = context;
  const run = {
    tool: {
      driver: {
        name: 'regcred',
        ...(toolVersion === undefined ? {} : { semanticVersion: toolVersion }),
        informationUri: 'https://github.com/regcred/regcred',
        rules: rules.descriptors,
      },
    },
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: unread.length === 0, toolExecutionNotifications: unread.map(notificationOf) }],
    results,
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, undefined, 2)}\n`;
}

function locationOf(finding: Finding) {
  const { location, kind, path } = finding;
  return {
    ...physicalLocationOf(location),
    logicalLocations: [
      {
        name: finding.name,
        kind: 'object',
        fullyQualifiedName: `${objectName(finding)}${path === '' ? '' : `:${path}`}`,
      },
    ],
    properties: { kind, namespace: finding.namespace },
  };
}

function physicalLocationOf({ file, line, column }: Pick<Location, 'file' | 'line' | 'column'>) {
  return {
    physicalLocation: {
      artifactLocation: { uri: artifactUri(file) },
      // without a region, code hosts refuse the result
      region: { startLine: line ?? 1, ...(column === undefined ? {} : { startColumn: column }) },
    },
  };
}

function notificationOf(document: UnreadDocument) {
  return { level: 'error', message: { text: document.message }, locations: [physicalLocationOf(document)] };
}

import type { CheckReport, Finding, ImageVerdict, Severity } from '../../check';
import { objectName } from '../object-name';
import type { ReportContext, UnreadDocument } from '../report-context';
import { isAtLeast } from '../severity';
import { formatPlace } from '../text/format-finding';
import { formatXml, type XmlElement, xml } from './xml';

/** A test that ran: one image of an object, or one finding that is about no image. */
interface Case {
  readonly name: string;
  readonly file?: string;
  readonly failures: readonly Finding[];
  readonly output: readonly string[];
  readonly skipped?: string;
}

/** The report as JUnit XML: a suite an object, a test for each image, and one for each finding that is about no image. */
export function formatJunit(report: CheckReport, { failOn = 'error', unread = [] }: ReportContext = {}): string {
  const suites = new Map<string, Case[]>();
  const suiteOf = (name: string) => {
    const suite = suites.get(name) ?? [];
    suites.set(name, suite);
    return suite;
  };
  const left = new Set(report.findings);
  const findingsAt = indexByPlace(report.findings);
  for (const image of report.images) {
    const findings = findingsAt.get(placeOf(image)) ?? [];
    for (const finding of findings) left.delete(finding);
    suiteOf(objectName(image)).push(imageCase(image, findings, failOn));
  }
  for (const finding of left) suiteOf(objectName(finding)).push(findingCase(finding, failOn));
  for (const { finding, reason } of report.suppressed) {
    suiteOf(objectName(finding)).push({ ...findingCase(finding, failOn), failures: [], skipped: reason });
  }
  return formatXml(document(suites, unread));
}

function imageCase(image: ImageVerdict, findings: readonly Finding[], failOn: Severity): Case {
  const failures = findings.filter(({ severity }) => isAtLeast(severity, failOn));
  const others = findings.filter((finding) => !failures.includes(finding));
  return {
    name: image.container === '' ? image.image : `${image.container}: ${image.image}`,
    file: image.location.file,
    failures,
    output: [`${image.verdict}: ${image.why}`, ...others.map(lineOf)],
  };
}

function findingCase(finding: Finding, failOn: Severity): Case {
  const fails = isAtLeast(finding.severity, failOn);
  return {
    name: finding.path === '' ? finding.rule : `${finding.rule} at ${finding.path}`,
    file: finding.location.file,
    failures: fails ? [finding] : [],
    output: fails ? [] : [lineOf(finding)],
  };
}

function lineOf({ severity, rule, message, fix }: Finding): string {
  return `${severity} ${rule}: ${message}; ${fix}`;
}

function indexByPlace(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const index = new Map<string, Finding[]>();
  for (const finding of findings) {
    const place = placeOf(finding);
    const found = index.get(place);
    if (found) found.push(finding);
    else index.set(place, [finding]);
  }
  return index;
}

/** What a finding and the image that it is about have in common. */
function placeOf({ location: { file, start, document, path } }: Finding | ImageVerdict): string {
  return JSON.stringify([file, start, document, path]);
}

function document(suites: ReadonlyMap<string, readonly Case[]>, unread: readonly UnreadDocument[]): XmlElement {
  const elements = [...suites].map(([name, cases]) => suiteElement(name, cases));
  if (unread.length > 0) {
    const cases = unread.map((problem) =>
      xml(
        'testcase',
        { name: formatPlace(problem), classname: 'unreadable' },
        xml('error', { message: problem.message }),
      ),
    );
    elements.push(
      xml('testsuite', { name: 'unreadable', tests: unread.length, failures: 0, errors: unread.length }, ...cases),
    );
  }
  const all = [...suites.values()].flat();
  const counts = { tests: all.length + unread.length, failures: countFailed(all), errors: unread.length };
  return xml('testsuites', { name: 'regcred', ...counts }, ...elements);
}

function suiteElement(name: string, cases: readonly Case[]): XmlElement {
  const counts = {
    tests: cases.length,
    failures: countFailed(cases),
    errors: 0,
    skipped: cases.filter(({ skipped }) => skipped !== undefined).length,
  };
  return xml('testsuite', { name, ...counts }, ...cases.map((test) => caseElement(name, test)));
}

function caseElement(classname: string, { name, file, failures, output, skipped }: Case): XmlElement {
  return xml(
    'testcase',
    { name, classname, file },
    ...(skipped === undefined ? [] : [xml('skipped', { message: skipped })]),
    ...failures.map(failureElement),
    ...(output.length === 0 ? [] : [xml('system-out', {}, output.join('\n'))]),
  );
}

function failureElement({ rule, message, why, fix, link, location }: Finding): XmlElement {
  const text = [formatPlace(location), `why: ${why}`, `fix: ${fix}`, `see: ${link}`].join('\n');
  return xml('failure', { type: rule, message }, text);
}

function countFailed(cases: readonly Case[]): number {
  return cases.filter(({ failures }) => failures.length > 0).length;
}

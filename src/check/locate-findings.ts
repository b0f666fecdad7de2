import { Locator } from '../manifest';
import type { CheckReport } from './check-report';
import type { Finding } from './finding';

/**
 * The report with the line and column of each finding. It reads again only the documents that have one.
 *
 * @param textOf the text of a file, as it was when it was checked; nothing where there is none
 */
export function locateFindings(report: CheckReport, textOf: (file: string) => string | undefined): CheckReport {
  const locators = new Map<string, Locator | undefined>();
  const locatorOf = (file: string): Locator | undefined => {
    if (!locators.has(file)) {
      const text = textOf(file);
      locators.set(file, text === undefined ? undefined : new Locator(text));
    }
    return locators.get(file);
  };
  const located = (finding: Finding): Finding => {
    const { location } = finding;
    const position =
      location.end > location.start ? locatorOf(location.file)?.locate(location, location.path) : undefined;
    return position === undefined ? finding : { ...finding, location: { ...location, ...position } };
  };
  return {
    ...report,
    findings: report.findings.map(located),
    suppressed: report.suppressed.map(({ finding, reason }) => ({ finding: located(finding), reason })),
  };
}

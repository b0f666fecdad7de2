import { relative } from 'node:path';

import type { Level } from './means';
import { settings } from './settings';

/** One test of a run. */
export interface TestResult {
  /** The file, from the repository. */
  readonly file: string;
  /** The describe blocks around it. */
  readonly group: string;
  readonly title: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  readonly seconds: number;
}

/** What came out of a run; docs/evidence.md is written from it. */
export interface Report {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly tests: readonly TestResult[];
  /** When it ended, in ISO 8601. */
  readonly date: string;
  /** What it ran on. */
  readonly machine: string;
  /** What was counted → how many. */
  readonly facts: Readonly<Record<string, number>>;
  /** What the machine could run. */
  readonly levels: readonly Level[];
  /** Program → version. */
  readonly versions: Readonly<Record<string, string>>;
  /** Step → seconds. */
  readonly seconds: Readonly<Record<string, number>>;
}

/** The part of `jest --json` that is read here. */
interface JestResults {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
      readonly duration?: number | null;
    }[];
  }[];
}

/** Counts what jest reports; a file that could not be run is one failure. */
export function parseJestResults(results: JestResults): Pick<Report, 'passed' | 'failed' | 'skipped' | 'tests'> {
  const tests = results.testResults.flatMap(({ name, assertionResults }) => {
    const file = relative(settings.repository, name);
    if (assertionResults.length === 0) {
      return [{ file, group: '', title: 'could not be run', status: 'failed' as const, seconds: 0 }];
    }
    return assertionResults.map((result) => ({
      file,
      group: result.ancestorTitles.join(' › '),
      title: result.title,
      status: statusOf(result.status),
      seconds: Math.round((result.duration ?? 0) / 100) / 10,
    }));
  });
  const count = (status: TestResult['status']) => tests.filter((test) => test.status === status).length;
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped'), tests };
}

/** The last line of a run: nothing that was skipped counts as passed. */
export function lastLine(report: Pick<Report, 'passed' | 'failed' | 'skipped'>): string {
  return `${report.passed} passed, ${report.failed} failed, ${report.skipped} skipped`;
}

function statusOf(status: string): TestResult['status'] {
  if (status === 'passed' || status === 'failed') return status;
  return 'skipped';
}

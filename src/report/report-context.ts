import type { Severity } from '../check';

/** A document that could not be read: it is in no finding, and a report must not hide it. */
export interface UnreadDocument {
  readonly file: string;
  /** From 1. */
  readonly line?: number;
  /** From 1. */
  readonly column?: number;
  readonly message: string;
}

/** What a report is told beside what was found. */
export interface ReportContext {
  /** The text of a file, for the lines around a finding. @default - findings are shown without them */
  readonly sourceOf?: (file: string) => string | undefined;
  /** Documents that could not be read. @default - none */
  readonly unread?: readonly UnreadDocument[];
  /** The least severity that fails the check. @default 'error' */
  readonly failOn?: Severity;
  /** Whether the text report has ANSI colours. @default false */
  readonly color?: boolean;
  /** The version of regcred, for formats that name their tool. @default - not named */
  readonly toolVersion?: string;
}

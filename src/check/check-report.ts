import type { Finding, Severity, SuppressedFinding } from './finding';
import type { Suppression } from './options';
import type { ImageVerdict, Verdict } from './verdict';

/** What a check found. */
export interface CheckReport {
  readonly images: readonly ImageVerdict[];
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly summary: CheckSummary;
}

export interface CheckSummary {
  /** Objects that were read. */
  readonly objects: number;
  /** Objects that hold a pod spec. */
  readonly workloads: number;
  readonly images: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly suppressed: number;
  /** Suppressions that no finding met: they can go. */
  readonly unusedSuppressions: readonly Suppression[];
}

import type { Location } from './location';
import type { RuleId } from './rule-id';

/** `error`: a pull fails, or a password leaks. `warning`: it will bite. `info`: advice. */
export type Severity = (typeof SEVERITIES)[number];

/** The worst first. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;

/** One fault, as a value. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** The object's namespace; empty for an object that has none. */
  readonly namespace: string;
  readonly kind: string;
  readonly name: string;
  /** The way to the value inside the object: `spec.template.spec.containers[0].image`. */
  readonly path: string;
  /** What is wrong, with the names that matter; never a password. */
  readonly message: string;
  /** What to do. */
  readonly fix: string;

  /** Why it matters. */
  readonly why: string;
  /** A page that says so. */
  readonly link: string;
  readonly location: Location;
}

/** A finding that the user has answered for. */
export interface SuppressedFinding {
  readonly finding: Finding;
  readonly reason: string;
}

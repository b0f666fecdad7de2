import type { JsonPath } from '../manifest';
import type { CheckedCluster } from './checked-cluster';
import type { Severity } from './finding';
import type { ObjectRef } from './model/object-ref';
import type { RuleId } from './rule-id';

/** One fault in one place, before it is known whether anybody wants to hear of it. */
export interface Hit {
  readonly severity: Severity;
  readonly on: ObjectRef;
  /** The way to the value inside the object. */
  readonly path: JsonPath;
  /** What is wrong, with the names that matter; never a password. */
  readonly message: string;
  /** What to do, in the imperative. */
  readonly fix: string;
}

/** One kind of fault: a pure function over what was read and decided. */
export interface Rule {
  readonly id: RuleId;
  /** Why it matters, in a sentence. */
  readonly why: string;
  /** A page that says so. */
  readonly link: string;
  readonly check: (cluster: CheckedCluster) => Iterable<Hit>;
}

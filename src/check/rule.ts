import type { JsonPath } from '../manifest';
import type { CheckedCluster, CheckedImage } from './checked-cluster';
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
  /** Images without a login that this explains, or that it is about. */
  readonly images?: readonly CheckedImage[];
}

/** One kind of fault: a pure function over what was read and decided. */
export interface Rule {
  readonly id: RuleId;
  /** Why it matters, in a sentence. */
  readonly why: string;
  /** A page that says so. */
  readonly link: string;
  /** Whether it is only said of images that no other rule explains. */
  readonly lastResort?: boolean;
  readonly check: (cluster: CheckedCluster) => Iterable<Hit>;
}

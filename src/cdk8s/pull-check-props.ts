/** How grave a finding is. */
export enum CheckSeverity {
  /** A pull fails, or a password leaks. */
  ERROR = 'error',
  /** It will bite. */
  WARNING = 'warning',
  /** Advice. */
  INFO = 'info',
}

/** A finding that is accepted. */
export interface CheckSuppression {
  /** The rule, such as `mutable-tag`. */
  readonly rule: string;

  /** Why it is accepted. */
  readonly reason: string;

  /**
   * The object, as `Kind/name` or `Kind/namespace/name`; `*` stands for any run of characters but `/`.
   *
   * @default - every object
   */
  readonly object?: string;
}

/** A Secret that is in the cluster and in no manifest. */
export interface ExistingPullSecret {
  /** Name of the Secret. */
  readonly name: string;

  /**
   * Namespace of the Secret.
   *
   * @default - every namespace
   */
  readonly namespace?: string;

  /**
   * Server keys that it holds, such as `ghcr.io/acme/`.
   *
   * @default - whatever is asked for
   */
  readonly covers?: string[];
}

/** Properties of `PullCheck.enforce`. */
export interface PullCheckProps {
  /**
   * The least grave finding that fails the synth.
   *
   * @default CheckSeverity.ERROR
   */
  readonly failOn?: CheckSeverity;

  /**
   * Images that need no login, as patterns such as `registry.acme.com/public/*`.
   *
   * @default - those that the catalogue of registries knows as public
   */
  readonly publicImages?: string[];

  /**
   * Images that do need a login although the catalogue knows them as public.
   *
   * @default - none
   */
  readonly privateImages?: string[];

  /**
   * Images whose login the nodes have: the `matchImages` of a kubelet's credential provider.
   *
   * @default - none
   */
  readonly nodeImages?: string[];

  /**
   * Secrets that are in the cluster and in no manifest, beside those that `PullSecret.existing` names.
   *
   * @default - none
   */
  readonly existingSecrets?: ExistingPullSecret[];

  /**
   * Version of the cluster, such as `1.35`.
   *
   * @default - the newest whose rules are known
   */
  readonly kubernetesVersion?: string;

  /**
   * Findings that are accepted.
   *
   * @default - none
   */
  readonly suppressions?: CheckSuppression[];
}

import type { CustomKind } from '../manifest';
import type { Severity } from './finding';
import type { RuleId } from './rule-id';

/** A Secret that is in the cluster and in no manifest. */
export interface ExistingSecret {
  readonly name: string;
  /** @default - every namespace */
  readonly namespace?: string;
  /** Server keys that it holds, such as `ghcr.io/acme/`. @default - whatever is asked for */
  readonly covers?: readonly string[];
}

/** A finding that is accepted, and why. */
export interface Suppression {
  readonly rule: RuleId;
  /** `Kind/name` or `Kind/namespace/name`; `*` stands for any run of characters but `/`. @default - every object */
  readonly object?: string;
  /** Why it is accepted; must not be empty, and is listed in the report. */
  readonly reason: string;
}

/** What `checkManifests` is told beside the manifests. */
export interface CheckOptions {
  /** The namespace of objects that name none. @default 'default' */
  readonly namespace?: string;
  /** Images that need no login, as patterns: `ghcr.io/acme/public/*`, `*.example.com`. @default - the catalogue's known public ones */
  readonly publicImages?: readonly string[];
  /** Images that do need a login although the catalogue knows them as public. @default - none */
  readonly privateImages?: readonly string[];
  /** Images whose login the node has: a kubelet credential provider's `matchImages`. @default - none */
  readonly nodeImages?: readonly string[];
  /** Secrets that are in the cluster and in no manifest. @default - none */
  readonly existingSecrets?: readonly ExistingSecret[];
  /** The cluster's version, such as `1.35`. @default - the newest that is known */
  readonly kubernetesVersion?: string;
  /** Findings that are accepted. @default - none */
  readonly suppressions?: readonly Suppression[];
  /** Rules with another severity, or `off`. @default - each rule's own */
  readonly severities?: Readonly<Partial<Record<RuleId, Severity | 'off'>>>;
  /** More kinds that hold a pod spec. @default - none */
  readonly customKinds?: readonly CustomKind[];
}

import type { KubernetesObject } from '../kubernetes';
import type { RegistryLogin } from '../registry';

/**
 * The base64 of a `.dockerconfigjson` for these logins, sealed where asked for: a string, or what an adapter puts in its place, as Pulumi does
 * with an output that is only known later.
 */
export type RenderLogins = (logins: readonly RegistryLogin[], seal?: (base64: string) => string) => unknown;

/** What an adapter brings from outside. */
export interface PlanContext {
  readonly render: RenderLogins;
  /** When the plan is made. */
  readonly now: Date;
}

/** Where a pull secret goes, and what its documents carry. */
export interface PullSecretTarget extends PlanContext {
  readonly namespace: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** One way to get a pull secret into a namespace. */
export interface PullSecretStrategy {
  /** The name that pods and service accounts refer to. */
  readonly name: string;
  /** The logins whose credentials are read while the documents are made. */
  readonly logins: readonly RegistryLogin[];
  /** What works, and may not be meant, where that is known without reading credentials. */
  readonly warnings?: readonly string[];
  /** Server keys that the Secret holds in a namespace; empty where nobody said. */
  covers(namespace: string): readonly string[];
  /** The documents to apply, none where somebody else makes the Secret. */
  documents(target: PullSecretTarget): KubernetesObject[];
  /** Whether the documents depend on the namespace's name, which must then be known when the plan is made. */
  readonly namedNamespace?: boolean;
  /** Whether the content of the Secret can never change. */
  readonly immutable?: boolean;
  /** The pull secret that it is attached beside, with the password that one had before. */
  readonly previousOf?: string;
}

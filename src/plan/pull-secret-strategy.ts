import type { KubernetesObject } from '../kubernetes';
import type { RegistryLogin } from '../registry';

/**
 * The base64 of a `.dockerconfigjson` for these logins: a string, or what an adapter puts in its place, as Pulumi does
 * with an output that is only known later.
 */
export type RenderLogins = (logins: readonly RegistryLogin[]) => unknown;

/** Where a pull secret goes, and what its documents carry. */
export interface PullSecretTarget {
  readonly namespace: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly render: RenderLogins;
}

/** One way to get a pull secret into a namespace. */
export interface PullSecretStrategy {
  /** The name that pods and service accounts refer to. */
  readonly name: string;
  /** The logins whose credentials are read while the documents are made. */
  readonly logins: readonly RegistryLogin[];
  /** The documents to apply, none where somebody else makes the Secret. */
  documents(target: PullSecretTarget): KubernetesObject[];
}

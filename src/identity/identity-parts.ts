import type { KubernetesObject } from '../kubernetes';
import type { WorkloadAccounts } from './workload-accounts';

/** What a cloud's identity puts into the cluster. */
export interface IdentityParts {
  /** How messages name it. */
  readonly description: string;
  /** On the ServiceAccount. */
  readonly annotations: Readonly<Record<string, string>>;
  /** On each pod that runs as the ServiceAccount. */
  readonly podLabels?: Readonly<Record<string, string>>;
  /** The accounts as the cloud names them; their `sub` where nothing is said. */
  readonly subjects?: (accounts: WorkloadAccounts) => string[];
  /** Beside the ServiceAccounts. */
  readonly objects?: (accounts: WorkloadAccounts) => KubernetesObject[];
}

/** What a pull identity needs besides. */
export interface PullIdentityParts extends IdentityParts {
  /** The credential provider and its version; none where the node's own identity pulls, which every version can. */
  readonly plugin?: string;
}

import type { PullIdentity, RuntimeIdentity, WorkloadAccountOptions } from '../identity';
import { identityPair, WorkloadAccounts } from '../identity';
import type { KubernetesObject } from '../kubernetes';
import { DEFAULT_SERVICE_ACCOUNT, parseLabels } from '../kubernetes';
import { syncWave, withSyncWave } from './argo-cd';
import type { AccountPodLabels } from './pod-labels';
import type { ServiceAccountPlan } from './service-account-plan';

/** What is wanted: one ServiceAccount in some namespaces, who its containers are, and whom the kubelet pulls as. */
export interface WorkloadIdentityIntent extends WorkloadAccountOptions {
  readonly runtime?: RuntimeIdentity;
  readonly pull?: PullIdentity;
  readonly kubernetesVersion?: string;
  readonly createServiceAccount?: boolean;
  readonly automountServiceAccountToken?: boolean;
  readonly labels?: Readonly<Record<string, string>>;
  /** Whether Argo CD applies the documents, in waves. */
  readonly argoCd?: boolean;
}

/** What must exist for it. */
export interface WorkloadIdentityPlan {
  readonly accounts: WorkloadAccounts;
  /** One for each namespace; they list no pull secret of their own. */
  readonly serviceAccounts: readonly ServiceAccountPlan[];
  /** Beside the accounts; two workloads may need the same one. */
  readonly documents: readonly KubernetesObject[];
  /** For the pods of the namespaces that run as the account. */
  readonly podLabels: AccountPodLabels;
}

/**
 * What must exist for the identities of a workload.
 *
 * @throws RegcredError where a name or a label is none, the two identities are swapped, or the cluster is too old to pull so
 */
export function planWorkloadIdentity(intent: WorkloadIdentityIntent): WorkloadIdentityPlan {
  const accounts = WorkloadAccounts.of(intent);
  parseLabels(intent.labels);
  const { runtime, pull } = identityPair(intent.runtime, intent.pull);
  if (intent.kubernetesVersion !== undefined) pull.checkKubernetesVersion(intent.kubernetesVersion);
  const { serviceAccount } = accounts;
  const creates = intent.createServiceAccount ?? serviceAccount !== DEFAULT_SERVICE_ACCOUNT;
  const wave = intent.argoCd && syncWave('ServiceAccount');
  const annotations = { ...wave, ...runtime.annotations, ...pull.annotations };
  const documents = [...runtime._objects(accounts), ...pull._objects(accounts)];
  return {
    accounts,
    serviceAccounts: accounts.namespaces.map((namespace) => ({
      namespace,
      name: serviceAccount,
      creates,
      pullSecrets: [],
      // no runtime identity needs it: its webhook mounts a token of its own, or the node is asked
      automountServiceAccountToken: intent.automountServiceAccountToken ?? (creates ? false : undefined),
      ...(intent.labels && { labels: intent.labels }),
      ...(Object.keys(annotations).length > 0 && { annotations }),
    })),
    documents: intent.argoCd ? documents.map(withSyncWave) : documents,
    podLabels: { serviceAccount, labels: runtime.podLabels },
  };
}

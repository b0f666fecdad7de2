import { Construct } from 'constructs';
import { requireOptions } from '../error';
import type { PullIdentity, RuntimeIdentity, WorkloadAccounts } from '../identity';
import { planWorkloadIdentity } from '../plan';
import { AppLedger } from './app-ledger';
import { PodLabelsFiller } from './pod-labels-filler';
import { ServiceAccountLedger } from './service-account-ledger';

/** Properties of `WorkloadIdentity`. */
export interface WorkloadIdentityProps {
  /** The namespaces that the service account is in. */
  readonly namespaces: string[];

  /** Name of the service account. */
  readonly serviceAccount: string;

  /**
   * Who the running container is, to the cloud.
   *
   * @default RuntimeIdentity.none()
   */
  readonly runtime?: RuntimeIdentity;

  /**
   * Whom the kubelet pulls the images as, before the container exists.
   *
   * @default PullIdentity.node()
   */
  readonly pull?: PullIdentity;

  /**
   * Version of the cluster, such as `1.34`, for a check that it can pull this way.
   *
   * @default - not checked
   */
  readonly kubernetesVersion?: string;

  /**
   * Whether the service account is made here; else somebody else makes it, and it is patched.
   *
   * @default - true, but for `default`, which Kubernetes makes
   */
  readonly createServiceAccount?: boolean;

  /**
   * Whether pods get a token for the Kubernetes API. No identity needs that one: a container gets another for the cloud, and the
   * kubelet asks for its own.
   *
   * @default - false where the account is made here, else as it is
   */
  readonly automountServiceAccountToken?: boolean;

  /**
   * Whether Argo CD applies the output: the service account then comes in a sync wave before the workloads, together with what makes
   * Secrets under its identity.
   *
   * @default false
   */
  readonly argoCd?: boolean;

  /**
   * Labels of the service account.
   *
   * @default - none
   */
  readonly labels?: { readonly [key: string]: string };
}

/**
 * The two identities of a workload: who its containers are, and whom the kubelet pulls their images as. Neither does the other's
 * work.
 *
 * Pods in the construct's scope that run as the account get the labels that the runtime identity needs. Make it after the
 * namespaces and before the workloads: EKS and Azure look at the account when a pod is made.
 *
 * @see https://kubernetes.io/docs/concepts/security/service-accounts/
 */
export class WorkloadIdentity extends Construct {
  /** Name of the service account, for `serviceAccountName` of the pods. */
  public readonly serviceAccountName: string;

  private readonly accounts: WorkloadAccounts;

  /**
   * @throws RegcredError `identity-swapped`, `pull-identity-version`, `service-account-conflict` or `object-conflict`, and where a
   * name is none
   */
  public constructor(scope: Construct, id: string, props: WorkloadIdentityProps) {
    super(scope, id);
    requireOptions(props, "new WorkloadIdentity(scope, id, { namespaces: ['payments'], serviceAccount: 'api' })");
    const plan = planWorkloadIdentity(props);
    this.accounts = plan.accounts;
    this.serviceAccountName = plan.accounts.serviceAccount;

    const documents = AppLedger.of(this);
    const accounts = ServiceAccountLedger.of(this);
    for (const account of plan.serviceAccounts) accounts.bind(this, account);
    for (const document of plan.documents) documents.share(this, document);
    if (Object.keys(plan.podLabels.labels).length > 0) {
      PodLabelsFiller.of(this).labels.add(scope, plan.podLabels, props.namespaces);
    }
    this.node.addValidation(documents);
  }

  /**
   * The `sub` of the service account's tokens in a namespace, as trust policies and federated credentials name it.
   *
   * @throws RegcredError `identity-namespace-not-listed`
   */
  public subject(namespace: string): string {
    return this.accounts.subjectIn(namespace);
  }
}

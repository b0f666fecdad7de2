import { requireOptions } from '../error';
import type { KubernetesObject } from '../kubernetes';
import { type EksIrsaOptions, eksIrsa } from './aws/irsa';
import { type EksPodIdentityOptions, eksPodIdentity } from './aws/pod-identity';
import { type AzureRuntimeIdentityOptions, azureRuntime } from './azure/azure-runtime';
import { type GkeRuntimeIdentityOptions, gkeDirect, gkeRuntime } from './google/gke-identity';
import type { GkeProjectOptions } from './google/principal';
import type { IdentityParts } from './identity-parts';
import { type WorkloadAccountOptions, WorkloadAccounts } from './workload-accounts';

/**
 * Who the running container is, to the cloud.
 *
 * It has no part in pulling the container's image: the kubelet pulls before the container exists. That is `PullIdentity`.
 */
export class RuntimeIdentity {
  /**
   * A role of IAM, through the token that the EKS webhook mounts (IRSA).
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html
   * @throws RegcredError `identity-role-arn`, `identity-audience` or `identity-token-expiration`
   */
  public static eksIrsa(options: EksIrsaOptions): RuntimeIdentity {
    requireOptions(options, "RuntimeIdentity.eksIrsa({ roleArn: 'arn:aws:iam::111122223333:role/api' })");
    return new RuntimeIdentity(eksIrsa(options));
  }

  /**
   * A role of IAM, through an association in EKS and the Pod Identity agent on the node.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html
   * @throws RegcredError `identity-eks-cluster` or `identity-role-arn`
   */
  public static eksPodIdentity(options: EksPodIdentityOptions): RuntimeIdentity {
    requireOptions(
      options,
      "RuntimeIdentity.eksPodIdentity({ clusterName: 'prod', roleArn: 'arn:aws:iam::111122223333:role/api' })",
    );
    return new RuntimeIdentity(eksPodIdentity(options));
  }

  /**
   * A Google service account, by annotation; `GcpGrant.workloadIdentityUser` is what its owner must allow.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity
   * @throws RegcredError `identity-gcp-service-account` or `identity-gcp-project`
   */
  public static gke(options: GkeRuntimeIdentityOptions): RuntimeIdentity {
    requireOptions(
      options,
      "RuntimeIdentity.gke({ serviceAccountEmail: 'api@acme-prod.iam.gserviceaccount.com', clusterProjectId: 'acme-prod' })",
    );
    return new RuntimeIdentity(gkeRuntime(options));
  }

  /**
   * The Kubernetes ServiceAccount itself as a principal of Google Cloud, without annotation; `GcpGrant.direct` grants roles to it.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity#configure-authz-principals
   * @throws RegcredError `identity-gcp-project` or `identity-gcp-project-number`
   */
  public static gkeDirect(options: GkeProjectOptions): RuntimeIdentity {
    requireOptions(options, "RuntimeIdentity.gkeDirect({ projectId: 'acme-prod', projectNumber: '123456789012' })");
    return new RuntimeIdentity(gkeDirect(options));
  }

  /**
   * A managed identity or application of Microsoft Entra; it needs a federated credential, `AzureFederatedCredential`.
   *
   * @see https://azure.github.io/azure-workload-identity/docs/
   * @throws RegcredError `identity-guid` or `identity-token-expiration`
   */
  public static azure(options: AzureRuntimeIdentityOptions): RuntimeIdentity {
    requireOptions(options, "RuntimeIdentity.azure({ clientId: '11111111-2222-3333-4444-555555555555' })");
    return new RuntimeIdentity(azureRuntime(options));
  }

  /** Nobody: the container talks to no cloud. */
  public static none(): RuntimeIdentity {
    return new RuntimeIdentity({ description: 'none', annotations: {} });
  }

  /** How messages name it, such as `EKS IRSA`. */
  public readonly description: string;
  /** Annotations of the ServiceAccount. */
  public readonly annotations: { [key: string]: string };
  /** Labels of each pod that runs as the ServiceAccount; Azure's webhook leaves pods without its label alone. */
  public readonly podLabels: { [key: string]: string };

  readonly #parts: IdentityParts;

  private constructor(parts: IdentityParts) {
    this.#parts = parts;
    this.description = parts.description;
    this.annotations = { ...parts.annotations };
    this.podLabels = { ...parts.podLabels };
  }

  /**
   * The names by which the cloud knows the accounts, as a trust policy, a federated credential or an IAM member holds them.
   *
   * @throws RegcredError `namespace-name`, `service-account-name` or `identity-namespaces`
   */
  public subjects(accounts: WorkloadAccountOptions): string[] {
    const parsed = WorkloadAccounts.of(accounts);
    return this.#parts.subjects?.(parsed) ?? parsed.subjects;
  }

  /**
   * Objects beside the ServiceAccounts.
   * @internal
   */
  public _objects(accounts: WorkloadAccounts): KubernetesObject[] {
    return this.#parts.objects?.(accounts) ?? [];
  }
}

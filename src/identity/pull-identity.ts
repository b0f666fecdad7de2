import { RegcredError, requireOptions } from '../error';
import type { KubernetesObject } from '../kubernetes';
import { KubernetesVersion, SERVICE_ACCOUNT_TOKENS_SINCE } from '../kubernetes';
import { type EcrPullIdentityOptions, ecrPull } from './aws/ecr-pull';
import { type AcrPullIdentityOptions, acrPull } from './azure/acr-pull';
import { gkePull } from './google/gke-identity';
import type { GkeProjectOptions } from './google/principal';
import type { PullIdentityParts } from './identity-parts';
import { type WorkloadAccountOptions, WorkloadAccounts } from './workload-accounts';

/**
 * Whom the kubelet pulls as, before the container exists.
 *
 * Through a ServiceAccount token it works where the node's `CredentialProviderConfig` says so (`CredentialProviderConfig` renders
 * it), from Kubernetes 1.34. It gives the container nothing: that is `RuntimeIdentity`.
 *
 * @see https://kubernetes.io/docs/tasks/administer-cluster/kubelet-credential-provider/
 */
export class PullIdentity {
  /**
   * A role of IAM for Amazon ECR.
   *
   * @see https://aws.amazon.com/blogs/containers/implement-per-pod-image-pull-permissions-with-ecr-repository-policies-on-amazon-eks/
   * @throws RegcredError `identity-role-arn`
   */
  public static ecr(options: EcrPullIdentityOptions): PullIdentity {
    requireOptions(options, "PullIdentity.ecr({ roleArn: 'arn:aws:iam::111122223333:role/api' })");
    return new PullIdentity(ecrPull(options));
  }

  /**
   * An identity of Microsoft Entra for Azure Container Registry.
   *
   * @see https://github.com/kubernetes-sigs/cloud-provider-azure/pull/9907
   * @throws RegcredError `identity-guid`
   */
  public static acr(options: AcrPullIdentityOptions): PullIdentity {
    requireOptions(options, "PullIdentity.acr({ clientId: '11111111-2222-3333-4444-555555555555', tenantId })");
    return new PullIdentity(acrPull(options));
  }

  /**
   * The Kubernetes ServiceAccount itself, for Artifact Registry; `GcpGrant.artifactRegistryReader` lets it read.
   * Where the exchange fails, the pull fails: there is no way back to the node's account.
   *
   * @see https://github.com/kubernetes/cloud-provider-gcp/pull/1202
   * @throws RegcredError `identity-gcp-project` or `identity-gcp-project-number`
   */
  public static gke(options: GkeProjectOptions): PullIdentity {
    requireOptions(options, "PullIdentity.gke({ projectId: 'acme-prod', projectNumber: '123456789012' })");
    return new PullIdentity(gkePull(options));
  }

  /** The node: the kubelet pulls with the node's own role, service account or managed identity, where the cluster was set up for that. */
  public static node(): PullIdentity {
    return new PullIdentity({ description: 'PullIdentity.node', annotations: {} });
  }

  /** How messages name it, such as `PullIdentity.ecr`. */
  public readonly description: string;
  /** Annotations of the ServiceAccount. */
  public readonly annotations: { [key: string]: string };

  readonly #parts: PullIdentityParts;

  private constructor(parts: PullIdentityParts) {
    this.#parts = parts;
    this.description = parts.description;
    this.annotations = { ...parts.annotations };
  }

  /**
   * Checks that a cluster of this version, such as `1.34`, can pull this way.
   *
   * @throws RegcredError `pull-identity-version` or `kubernetes-version`
   */
  public checkKubernetesVersion(version: string): void {
    const { plugin, description } = this.#parts;
    const cluster = KubernetesVersion.parse(version);
    if (plugin === undefined || !cluster.isBefore(SERVICE_ACCOUNT_TOKENS_SINCE)) return;
    throw new RegcredError(
      'pull-identity-version',
      `${description} needs Kubernetes ${SERVICE_ACCOUNT_TOKENS_SINCE} (the kubelet's gate KubeletServiceAccountTokenForCredentialProviders is off ` +
        `before) and ${plugin}: got Kubernetes ${cluster}; until the upgrade use PullIdentity.node() or a pull secret`,
    );
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

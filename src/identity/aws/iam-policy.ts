import { requireOptions } from '../../error';
import { type EcrPullPolicyOptions, ecrPullStatements } from './ecr-policy';
import type { IamStatement } from './iam-statement';
import { type IrsaTrustOptions, irsaTrust } from './irsa-trust';
import { type PodIdentityTrustOptions, podIdentityTrust } from './pod-identity-trust';

/** A document that an administrator of AWS attaches to a role. */
export class IamPolicy {
  /**
   * The trust policy of a role that ServiceAccounts assume by their token, for IRSA and for `PullIdentity.ecr`.
   *
   * @throws RegcredError `identity-role-arn`, `identity-oidc-issuer`, `identity-audience` or `identity-namespaces`
   */
  public static irsaTrust(options: IrsaTrustOptions): IamPolicy {
    requireOptions(
      options,
      "IamPolicy.irsaTrust({ namespaces: ['payments'], serviceAccount: 'api', roleArn: 'arn:aws:iam::111122223333:role/api', issuer })",
    );
    return new IamPolicy(irsaTrust(options));
  }

  /**
   * The trust policy of a role for EKS Pod Identity, limited to the ServiceAccounts by session tags.
   *
   * @throws RegcredError `identity-eks-cluster` or `identity-namespaces`
   */
  public static podIdentityTrust(options: PodIdentityTrustOptions): IamPolicy {
    requireOptions(options, "IamPolicy.podIdentityTrust({ namespaces: ['payments'], serviceAccount: 'api' })");
    return new IamPolicy(podIdentityTrust(options));
  }

  /**
   * The permissions of a role that pulls: the one of the nodes, of `PullIdentity.ecr`, or of a workload that refreshes pull secrets.
   *
   * @throws RegcredError `identity-no-repositories`, `identity-repository-arn` or `reference-…`
   */
  public static ecrPull(options: EcrPullPolicyOptions): IamPolicy {
    requireOptions(options, 'IamPolicy.ecrPull({ images })');
    return new IamPolicy(ecrPullStatements(options));
  }

  readonly #statements: readonly IamStatement[];

  private constructor(statements: readonly IamStatement[]) {
    this.#statements = statements;
  }

  /** The document as a plain value. */
  public toObject(): { [key: string]: unknown } {
    return { Version: '2012-10-17', Statement: this.#statements };
  }

  /** The document as JSON, indented by two. */
  public toJson(): string {
    return JSON.stringify(this.toObject(), null, 2);
  }
}

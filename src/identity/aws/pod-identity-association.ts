import { requireOptions } from '../../error';
import type { KubernetesObject } from '../../kubernetes';
import { shellLine } from '../shell-word';
import { type WorkloadAccountOptions, WorkloadAccounts } from '../workload-accounts';
import { parseEksClusterName } from './eks-cluster-name';
import { RoleArn } from './role-arn';

/** Which role EKS Pod Identity gives. */
export interface AssociationTargetOptions {
  /** Name of the EKS cluster. */
  readonly clusterName: string;
  /** ARN of the IAM role that the containers get. */
  readonly roleArn: string;
  /** ARN of a role, often of another account, that EKS assumes from `roleArn`. @default - none */
  readonly targetRoleArn?: string;
  /**
   * Whether EKS leaves out the session tags (cluster, namespace, ServiceAccount); a trust policy that has conditions on them
   * then refuses.
   *
   * @default false
   */
  readonly disableSessionTags?: boolean;
}

/** Which associations of EKS Pod Identity there should be. */
export interface PodIdentityAssociationOptions extends WorkloadAccountOptions, AssociationTargetOptions {}

/** What tells EKS which role a ServiceAccount gets. */
export class PodIdentityAssociation {
  /**
   * One for each namespace.
   *
   * @throws RegcredError `identity-eks-cluster`, `identity-role-arn` or `identity-namespaces`
   */
  public static forAccounts(options: PodIdentityAssociationOptions): PodIdentityAssociation[] {
    requireOptions(
      options,
      "PodIdentityAssociation.forAccounts({ namespaces: ['payments'], serviceAccount: 'api', clusterName: 'prod', roleArn: 'arn:aws:iam::111122223333:role/api' })",
    );
    return PodIdentityAssociation._of(parseTarget(options), WorkloadAccounts.of(options));
  }

  /**
   * One for each namespace.
   * @internal
   */
  public static _of(target: AssociationTarget, accounts: WorkloadAccounts): PodIdentityAssociation[] {
    const { namespaces, serviceAccount } = accounts;
    return namespaces.map((namespace) => new PodIdentityAssociation(namespace, serviceAccount, target));
  }

  private constructor(
    /** Namespace of the ServiceAccount. */
    public readonly namespace: string,
    /** Name of the ServiceAccount. */
    public readonly serviceAccount: string,
    private readonly target: AssociationTarget,
  ) {}

  /** The `aws` command that makes it, on one line. */
  public get command(): string {
    const { clusterName, roleARN, targetRoleARN, disableSessionTags } = this.target;
    return shellLine(
      'aws eks create-pod-identity-association',
      ['--cluster-name', clusterName],
      ['--namespace', this.namespace],
      ['--service-account', this.serviceAccount],
      ['--role-arn', roleARN],
      targetRoleARN === undefined ? [] : ['--target-role-arn', targetRoleARN],
      disableSessionTags ? ['--disable-session-tags'] : [],
    );
  }

  /**
   * The document by which the ACK controller for EKS makes it.
   * @internal
   */
  public get _document(): KubernetesObject {
    const { namespace, serviceAccount, target } = this;
    return {
      apiVersion: 'eks.services.k8s.aws/v1alpha1',
      kind: 'PodIdentityAssociation',
      metadata: { name: serviceAccount, namespace },
      spec: { ...target, namespace, serviceAccount },
    };
  }
}

/** By the names of the ACK controller, which are those of the AWS API but for the case. */
export interface AssociationTarget {
  readonly clusterName: string;
  readonly roleARN: string;
  readonly targetRoleARN?: string;
  readonly disableSessionTags?: boolean;
}

/** A target whose names and ARNs are right. */
export function parseTarget({
  clusterName,
  roleArn,
  targetRoleArn,
  disableSessionTags,
}: AssociationTargetOptions): AssociationTarget {
  return {
    clusterName: parseEksClusterName(clusterName),
    roleARN: RoleArn.parse(roleArn).toString(),
    ...(targetRoleArn !== undefined && { targetRoleARN: RoleArn.parse(targetRoleArn).toString() }),
    ...(disableSessionTags && { disableSessionTags }),
  };
}

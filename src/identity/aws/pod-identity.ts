import type { KubernetesObject } from '../../kubernetes';
import type { IdentityParts } from '../identity-parts';
import type { WorkloadAccounts } from '../workload-accounts';
import { parseEksClusterName } from './eks-cluster-name';
import { RoleArn } from './role-arn';

/** EKS Pod Identity: an association in AWS, nothing on the ServiceAccount. */
export interface EksPodIdentityOptions {
  /** Name of the EKS cluster. */
  readonly clusterName: string;
  /** ARN of the IAM role that the containers get. */
  readonly roleArn: string;
  /** ARN of a role, often of another account, that EKS assumes from `roleArn`. @default - none */
  readonly targetRoleArn?: string;
  /**
   * Whether EKS leaves out the session tags (cluster, namespace, ServiceAccount); a trust policy that has conditions on them
   * then refuses.
   * @default false
   */
  readonly disableSessionTags?: boolean;
  /**
   * Whether to make the association through the ACK controller for EKS, as a `PodIdentityAssociation` in each namespace.
   * Else make it in AWS: `AwsCommands.podIdentityAssociations` has the commands.
   * @see https://aws-controllers-k8s.github.io/community/reference/eks/v1alpha1/podidentityassociation/
   * @default false
   */
  readonly ackController?: boolean;
}

export function eksPodIdentity(options: EksPodIdentityOptions): IdentityParts {
  const spec = associationSpec(options);
  return {
    description: 'EKS Pod Identity',
    annotations: {},
    objects: (accounts) => (options.ackController ? associations(spec, accounts) : []),
  };
}

/** An association's fields, by their names in ACK, which are those of the AWS API but for the case. */
export interface AssociationSpec {
  readonly clusterName: string;
  readonly roleARN: string;
  readonly targetRoleARN?: string;
  readonly disableSessionTags?: boolean;
}

export function associationSpec(options: EksPodIdentityOptions): AssociationSpec {
  const { targetRoleArn, disableSessionTags } = options;
  return {
    clusterName: parseEksClusterName(options.clusterName),
    roleARN: RoleArn.parse(options.roleArn).toString(),
    ...(targetRoleArn !== undefined && { targetRoleARN: RoleArn.parse(targetRoleArn).toString() }),
    ...(disableSessionTags && { disableSessionTags }),
  };
}

function associations(spec: AssociationSpec, accounts: WorkloadAccounts): KubernetesObject[] {
  return accounts.namespaces.map((namespace) => ({
    apiVersion: 'eks.services.k8s.aws/v1alpha1',
    kind: 'PodIdentityAssociation',
    metadata: { name: accounts.serviceAccount, namespace },
    spec: { ...spec, namespace, serviceAccount: accounts.serviceAccount },
  }));
}

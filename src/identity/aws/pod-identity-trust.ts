import { type WorkloadAccountOptions, WorkloadAccounts } from '../workload-accounts';
import { parseEksClusterName } from './eks-cluster-name';
import { type IamStatement, oneOrMany } from './iam-statement';

/** Which ServiceAccounts may get a role through EKS Pod Identity. */
export interface PodIdentityTrustOptions extends WorkloadAccountOptions {
  /** Name of the one cluster that may use the role. @default - any cluster of the account */
  readonly clusterName?: string;
  /** Whether the association leaves out the session tags, so that the policy cannot ask for them. @default false */
  readonly disableSessionTags?: boolean;
}

/** @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html */
export function podIdentityTrust(options: PodIdentityTrustOptions): IamStatement[] {
  const { namespaces, serviceAccount } = WorkloadAccounts.of(options);
  const cluster = options.clusterName === undefined ? undefined : parseEksClusterName(options.clusterName);
  const tags = {
    ...(cluster !== undefined && { 'aws:RequestTag/eks-cluster-name': cluster }),
    'aws:RequestTag/kubernetes-namespace': oneOrMany(namespaces),
    'aws:RequestTag/kubernetes-service-account': serviceAccount,
  };
  return [
    {
      Sid: 'AllowEksAuthToAssumeRoleForPodIdentity',
      Effect: 'Allow',
      Principal: { Service: 'pods.eks.amazonaws.com' },
      Action: ['sts:AssumeRole', 'sts:TagSession'],
      ...(!options.disableSessionTags && { Condition: { StringEquals: tags } }),
    },
  ];
}

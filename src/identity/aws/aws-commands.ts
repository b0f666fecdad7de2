import { shellLine } from '../shell-word';
import { type WorkloadAccountOptions, WorkloadAccounts } from '../workload-accounts';
import { associationSpec, type EksPodIdentityOptions } from './pod-identity';

/** Which associations of EKS Pod Identity to make. */
export interface PodIdentityAssociationOptions extends WorkloadAccountOptions, EksPodIdentityOptions {}

/** Commands that an administrator of AWS runs, one line each. */
export class AwsCommands {
  /**
   * Associates each ServiceAccount with its role, where no ACK controller does it.
   *
   * @throws RegcredError `identity-eks-cluster`, `identity-role-arn` or `identity-namespaces`
   */
  public static podIdentityAssociations(options: PodIdentityAssociationOptions): string[] {
    const { namespaces, serviceAccount } = WorkloadAccounts.of(options);
    const { clusterName, roleARN, targetRoleARN, disableSessionTags } = associationSpec(options);
    return namespaces.map((namespace) =>
      shellLine(
        'aws eks create-pod-identity-association',
        ['--cluster-name', clusterName],
        ['--namespace', namespace],
        ['--service-account', serviceAccount],
        ['--role-arn', roleARN],
        targetRoleARN === undefined ? [] : ['--target-role-arn', targetRoleARN],
        disableSessionTags ? ['--disable-session-tags'] : [],
      ),
    );
  }
}

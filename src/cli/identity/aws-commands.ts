import { Command } from 'commander';
import type { CliIo } from '../io';
import { collectList } from '../list-option';
import type { Finish } from '../program';
import { withAccount, withImages } from './options';
import type { AssociationFlags, EcrPolicyFlags, IrsaTrustFlags, PodIdentityTrustFlags } from './run-aws';

/** What AWS needs. */
export function awsCommands(io: CliIo, finish: Finish): Command[] {
  const aws = () => require('./run-aws') as typeof import('./run-aws');
  const irsaTrust = withAccount(new Command('irsa-trust'))
    .description('AWS: the trust policy of a role that a ServiceAccount assumes by token, to run or to pull')
    .requiredOption('--role-arn <ARN>', 'the role')
    .requiredOption('--issuer <URL>', "the cluster's issuer, such as https://oidc.eks.REGION.amazonaws.com/id/ID")
    .option('--audience <AUDIENCE>', 'whom the tokens are for (default: sts.amazonaws.com)')
    .action((flags: IrsaTrustFlags) => finish(aws().printIrsaTrust(flags, io)));
  const podIdentityTrust = withAccount(new Command('pod-identity-trust'))
    .description('AWS: the trust policy of a role for EKS Pod Identity')
    .option('--cluster <NAME>', 'the one EKS cluster that may use the role (default: any of the account)')
    .option('--disable-session-tags', 'without conditions, for an association that sends no session tags')
    .action((flags: PodIdentityTrustFlags) => finish(aws().printPodIdentityTrust(flags, io)));
  const association = withAccount(new Command('pod-identity-association'))
    .description('AWS: the commands that give a ServiceAccount a role through EKS Pod Identity')
    .requiredOption('--cluster <NAME>', 'the EKS cluster')
    .requiredOption('--role-arn <ARN>', 'the role')
    .option('--target-role-arn <ARN>', 'a role that EKS assumes from it')
    .option('--disable-session-tags', 'send no session tags')
    .action((flags: AssociationFlags) => finish(aws().printAssociations(flags, io)));
  const ecrPolicy = withImages(new Command('ecr-policy'))
    .description('AWS: what a role may do that pulls from ECR: the repositories of these images alone')
    .option(
      '--repository <ARN>',
      'a repository by its ARN, with * where many are meant; may be given again',
      collectList,
    )
    .option('--pull-through-cache', 'whether a pull may fill a pull-through cache')
    .action(async (flags: EcrPolicyFlags) => finish(await aws().printEcrPolicy(flags, io)));
  return [irsaTrust, podIdentityTrust, association, ecrPolicy];
}

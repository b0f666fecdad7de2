import { requireOneOf } from '../../error';
import { ECR_ROLE_ARN } from '../annotations';
import { AWS_STS_AUDIENCE } from '../audience';
import type { PullIdentityParts } from '../identity-parts';
import { TokenScope, tokenAudienceAccess } from '../token-audience-access';
import { RoleArn } from './role-arn';

/** Pulls from Amazon ECR as a role of the ServiceAccount's own. */
export interface EcrPullIdentityOptions {
  /** ARN of the IAM role that pulls: its trust policy is that of IRSA, its permissions are `IamPolicy.ecrPull`. */
  readonly roleArn: string;
  /** The ServiceAccounts whose tokens the kubelets may get; it must fit the provider entry of the node. @default TokenScope.CLUSTER */
  readonly tokenScope?: TokenScope;
}

export function ecrPull({ roleArn, tokenScope = TokenScope.CLUSTER }: EcrPullIdentityOptions): PullIdentityParts {
  requireOneOf(tokenScope, 'tokenScope', TokenScope);
  return {
    description: 'PullIdentity.ecr',
    annotations: { [ECR_ROLE_ARN]: RoleArn.parse(roleArn).toString() },
    objects: (accounts) => tokenAudienceAccess(AWS_STS_AUDIENCE, tokenScope, accounts),
    plugin: 'ecr-credential-provider 1.34, or 1.35 where pods without the annotation pull from ECR too',
  };
}

import { RegcredError } from '../../error';
import { AWS_STS_AUDIENCE, parseAudience } from '../audience';
import { OidcIssuer } from '../oidc-issuer';
import { type WorkloadAccountOptions, WorkloadAccounts } from '../workload-accounts';
import type { IamStatement } from './iam-statement';
import { oneOrMany } from './iam-statement';
import { partitionOfRegion } from './partition';
import { RoleArn } from './role-arn';

/** Which ServiceAccounts may assume a role by their token. */
export interface IrsaTrustOptions extends WorkloadAccountOptions {
  /** ARN of the role that the policy belongs to; the cluster's OIDC provider must be registered in the role's account. */
  readonly roleArn: string;
  /** The cluster's issuer URL, such as `https://oidc.eks.eu-central-1.amazonaws.com/id/…`. */
  readonly issuer: string;
  /** Whom the tokens are for. @default 'sts.amazonaws.com' */
  readonly audience?: string;
}

/** @see https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html */
export function irsaTrust(options: IrsaTrustOptions): IamStatement[] {
  const role = RoleArn.parse(options.roleArn);
  const issuer = OidcIssuer.parse(options.issuer);
  checkPartition(role, issuer);
  const provider = issuer.withoutScheme;
  return [
    {
      Effect: 'Allow',
      Principal: { Federated: `arn:${role.partition}:iam::${role.accountId}:oidc-provider/${provider}` },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: {
          [`${provider}:aud`]: parseAudience(options.audience ?? AWS_STS_AUDIENCE),
          [`${provider}:sub`]: oneOrMany(WorkloadAccounts.of(options).subjects),
        },
      },
    },
  ];
}

function checkPartition(role: RoleArn, issuer: OidcIssuer): void {
  const region = /^oidc\.eks\.([a-z0-9-]+)\./.exec(issuer.withoutScheme)?.[1];
  if (region === undefined || partitionOfRegion(region) === role.partition) return;
  throw new RegcredError(
    'identity-oidc-issuer',
    `OIDC issuer lies in partition ${partitionOfRegion(region)} and the role in ${role.partition}, and no role trusts across partitions: ` +
      `got '${issuer}' and '${role}'`,
  );
}

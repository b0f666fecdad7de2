import { IRSA_AUDIENCE, IRSA_ROLE_ARN, IRSA_STS_REGIONAL_ENDPOINTS, IRSA_TOKEN_EXPIRATION } from '../annotations';
import { parseAudience } from '../audience';
import type { IdentityParts } from '../identity-parts';
import { IRSA_EXPIRATION, parseTokenExpiration } from '../token-expiration';
import { RoleArn } from './role-arn';

/** IAM roles for service accounts (IRSA). */
export interface EksIrsaOptions {
  /** ARN of the IAM role that the containers assume, such as `arn:aws:iam::111122223333:role/api`. */
  readonly roleArn: string;
  /** Whom the token is for, as the role's trust policy expects it. @default 'sts.amazonaws.com' */
  readonly audience?: string;
  /** Whether the SDK asks the STS endpoint of the region and not the global one. @default - as the webhook is configured */
  readonly stsRegionalEndpoints?: boolean;
  /** Time that the token lives, in seconds: 600 to 86400. @default - as the webhook is configured: 86400 */
  readonly tokenExpiration?: number;
}

export function eksIrsa(options: EksIrsaOptions): IdentityParts {
  const { roleArn, audience, stsRegionalEndpoints, tokenExpiration } = options;
  return {
    description: 'EKS IRSA',
    annotations: {
      [IRSA_ROLE_ARN]: RoleArn.parse(roleArn).toString(),
      ...(audience !== undefined && { [IRSA_AUDIENCE]: parseAudience(audience) }),
      ...(stsRegionalEndpoints !== undefined && { [IRSA_STS_REGIONAL_ENDPOINTS]: String(stsRegionalEndpoints) }),
      ...(tokenExpiration !== undefined && {
        [IRSA_TOKEN_EXPIRATION]: parseTokenExpiration(tokenExpiration, IRSA_EXPIRATION),
      }),
    },
  };
}

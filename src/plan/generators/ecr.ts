import { requireOptions } from '../../error';
import type { Registry } from '../../registry';
import { CLOUD_REGISTRIES, ecrPlaceOf } from '../../registry';
import type { AwsAuth } from './aws-auth';
import type { Generator } from './generator';
import { usernameAndPassword } from './generator';

/** Properties of `GeneratedCredentials.ecr`. */
export interface EcrTokenProps {
  /** Who asks for the token. */
  readonly auth: AwsAuth;

  /**
   * ARN of a role that is assumed before.
   *
   * @default - none
   */
  readonly roleArn?: string;
}

/** The public registry has its tokens in one region only. @see https://docs.aws.amazon.com/AmazonECR/latest/public/public-registry-auth.html */
const PUBLIC_REGION = 'us-east-1';

/** Tokens of a private registry, or of the public one. */
export function ecr({ auth, roleArn }: EcrTokenProps): Generator {
  requireOptions(auth, "auth: AwsAuth.serviceAccount('ecr-puller')");
  const role = roleArn === undefined ? {} : { role: roleArn };
  return {
    kind: 'ECRAuthorizationToken',
    registries: CLOUD_REGISTRIES.aws,
    spec: (registry) => ({ ...place(registry), ...role, ...auth._spec }),
    // `proxy_endpoint` is not used: it names the classic host alone, and images may be named by the FIPS or the dual-stack one
    login: usernameAndPassword,
  };
}

function place({ id, host }: Registry): Readonly<Record<string, unknown>> {
  if (id === 'ecr-public') return { region: PUBLIC_REGION, scope: 'public' };
  return { region: ecrPlaceOf(host)?.region };
}

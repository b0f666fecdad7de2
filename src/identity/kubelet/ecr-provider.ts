import { ECR_ROLE_ARN } from '../annotations';
import { AWS_STS_AUDIENCE } from '../audience';
import { RoleArn } from '../aws/role-arn';
import { annotationTokens } from './annotation-tokens';
import { matchImagesOf } from './match-image';
import { type CredentialProviderOptions, type ProviderEntry, providerEntry } from './provider-entry';
import { ServiceAccountTokens } from './token-use';

/** The credential provider of Amazon ECR. */
export interface EcrCredentialProviderOptions extends CredentialProviderOptions {
  /** What it does with ServiceAccount tokens; anything but OFF needs Kubernetes 1.34. @default ServiceAccountTokens.OPTIONAL */
  readonly tokens?: ServiceAccountTokens;
  /** ARN of the role that pods without the annotation pull as, by their token. @default - they pull as the node's role */
  readonly defaultRoleArn?: string;
  /** Whether it is asked for the public gallery, `public.ecr.aws`, too, which gives images to everybody. @default false */
  readonly publicGallery?: boolean;
}

/** @see https://github.com/kubernetes/cloud-provider-aws/tree/master/cmd/ecr-credential-provider */
export function ecrProvider(options: EcrCredentialProviderOptions): ProviderEntry {
  const { tokens = ServiceAccountTokens.OPTIONAL, defaultRoleArn, publicGallery = false, env = {} } = options;
  const role = defaultRoleArn !== undefined && { AWS_ECR_ROLE_ARN: RoleArn.parse(defaultRoleArn).toString() };
  return providerEntry(
    {
      name: options.name ?? 'ecr-credential-provider',
      matchImages: options.matchImages ?? matchImagesOf(publicGallery ? ['ecr', 'ecr-public'] : ['ecr']),
      args: options.args ?? [],
      env: { ...role, ...env },
      defaultCacheDuration: options.defaultCacheDuration ?? 43_200,
    },
    annotationTokens(tokens, AWS_STS_AUDIENCE, [ECR_ROLE_ARN]),
  );
}

import type { ImageReference } from '../../image';
import { partitionOfRegion } from './partition';

/**
 * Every host form of a private ECR registry: classic, dual-stack (`dkr-ecr`, `on.aws`), FIPS, in each partition.
 * @see https://github.com/kubernetes/cloud-provider-aws/blob/master/cmd/ecr-credential-provider/main.go
 */
const ECR_HOST =
  /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|on\.aws|on\.amazonwebservices\.com\.cn|sc2s\.sgov\.gov|c2s\.ic\.gov|cloud\.adc-e\.uk|csp\.hci\.ic\.gov)$/;

/** A repository of a private ECR registry, as IAM names it. */
export interface EcrRepository {
  readonly accountId: string;
  readonly region: string;
  readonly arn: string;
}

/** The ECR repository that an image lies in; undefined where another registry serves it. */
export function ecrRepositoryOf(image: ImageReference): EcrRepository | undefined {
  const [, accountId, region] = ECR_HOST.exec(image.registry) ?? [];
  if (accountId === undefined || region === undefined) return undefined;
  const arn = `arn:${partitionOfRegion(region)}:ecr:${region}:${accountId}:repository/${image.repository}`;
  return { accountId, region, arn };
}

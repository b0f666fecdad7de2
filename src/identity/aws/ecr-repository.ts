import type { ImageReference } from '../../image';
import { partitionOfRegion } from './partition';

/** Classic and FIPS (`dkr.ecr`), dual-stack (`dkr-ecr`), in whichever partition: the account and the region stand in each. */
const ECR_HOST =
  /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|on\.aws|on\.amazonwebservices\.com\.cn|sc2s\.sgov\.gov|c2s\.ic\.gov|cloud\.adc-e\.uk|csp\.hci\.ic\.gov)$/;

/** The ARN of the ECR repository that an image lies in; undefined where another registry serves it. */
export function ecrRepositoryArn(image: ImageReference): string | undefined {
  const [, account, region] = ECR_HOST.exec(image.registry) ?? [];
  if (account === undefined || region === undefined) return undefined;
  return `arn:${partitionOfRegion(region)}:ecr:${region}:${account}:repository/${image.repository}`;
}

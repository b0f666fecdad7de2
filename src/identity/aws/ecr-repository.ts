import { ImageReference } from '../../image';
import { Registry } from '../../registry';
import { partitionOfRegion } from './partition';

/** Account and region stand in each host form of ECR: classic and FIPS (`dkr.ecr`), dual-stack (`dkr-ecr`). */
const ECR_HOST = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\./;

/** The ARN of the ECR repository that an image lies in; undefined where another registry serves it. */
export function ecrRepositoryArn(image: string): string | undefined {
  if (Registry.forImage(image).id !== 'ecr') return undefined;
  const { registry, repository } = ImageReference.parse(image);
  const [, account, region] = ECR_HOST.exec(registry) ?? [];
  if (account === undefined || region === undefined) return undefined;
  return `arn:${partitionOfRegion(region)}:ecr:${region}:${account}:repository/${repository}`;
}

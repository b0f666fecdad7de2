import { ImageReference } from '../../image';
import { ecrPlaceOf, Registry } from '../../registry';
import { partitionOfRegion } from './partition';

/** The ARN of the ECR repository that an image lies in; undefined where another registry serves it. */
export function ecrRepositoryArn(image: string): string | undefined {
  if (Registry.forImage(image).id !== 'ecr') return undefined;
  const { registry, repository } = ImageReference.parse(image);
  const place = ecrPlaceOf(registry);
  if (place === undefined) return undefined;
  const { account, region } = place;
  return `arn:${partitionOfRegion(region)}:ecr:${region}:${account}:repository/${repository}`;
}

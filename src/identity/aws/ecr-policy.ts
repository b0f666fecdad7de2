import { RegcredError } from '../../error';
import { ecrRepositoryArn } from './ecr-repository';
import type { IamStatement } from './iam-statement';
import { parseEcrRepositoryArn } from './repository-arn';

/** Which repositories may be pulled from. */
export interface EcrPullPolicyOptions {
  /** Images that are run; those of other registries are left out. @default - none */
  readonly images?: string[];
  /** ARNs of ECR repositories, with `*` in the region or the name where many are meant. @default - none */
  readonly repositories?: string[];
  /** Whether a pull may fill a pull-through cache that has no copy yet. @default false */
  readonly pullThroughCache?: boolean;
}

const PULL = ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
const FILL_CACHE = ['ecr:BatchImportUpstreamImage', 'ecr:CreateRepository'];

/** @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/security_iam_id-based-policy-examples.html */
export function ecrPullStatements(options: EcrPullPolicyOptions): IamStatement[] {
  const { images = [], repositories = [], pullThroughCache = false } = options;
  const ofImages = images.flatMap((image) => ecrRepositoryArn(image) ?? []);
  const arns = [...new Set([...ofImages, ...repositories.map(parseEcrRepositoryArn)])].sort();
  if (arns.length === 0) {
    throw new RegcredError(
      'identity-no-repositories',
      `no ECR repository to pull from: got ${images.length} images, none of ECR; write one, or repositories: ` +
        "['arn:aws:ecr:eu-central-1:111122223333:repository/team/*']",
    );
  }
  return [
    // the token is for the whole registry: this action knows no resource
    { Sid: 'LogIn', Effect: 'Allow', Action: 'ecr:GetAuthorizationToken', Resource: '*' },
    { Sid: 'Pull', Effect: 'Allow', Action: pullThroughCache ? [...PULL, ...FILL_CACHE] : PULL, Resource: arns },
  ];
}

import { RegcredError, requireString } from '../../error';
import { quoted } from '../../image';
import { isAwsAccountId } from './account-id';
import { AWS_PARTITIONS } from './partition';

const MAX_ARN = 2048;
const EXAMPLE = 'arn:aws:ecr:eu-central-1:111122223333:repository/team/*';
const REGION = /^(?:\*|[a-z0-9-]+)$/;
/** A repository's name, with the wildcards that IAM knows. */
const NAME = /^[a-z0-9*?][a-z0-9._/*?-]*$/;

/** The ARN of ECR repositories in a policy, with `*` in the region and the name where many are meant. */
export function parseEcrRepositoryArn(text: string): string {
  requireString(text, 'identity-repository-arn', 'ECR repository ARN', `'${EXAMPLE}'`);
  const [arn, partition, service, region = '', account = '', resource = '', ...rest] = text
    .slice(0, MAX_ARN + 1)
    .split(':');
  const [kind, ...name] = resource.split('/');
  const isArn =
    text.length <= MAX_ARN &&
    arn === 'arn' &&
    AWS_PARTITIONS.some((known) => known.name === partition) &&
    service === 'ecr' &&
    REGION.test(region) &&
    isAwsAccountId(account) &&
    kind === 'repository' &&
    NAME.test(name.join('/')) &&
    rest.length === 0;
  if (isArn) return text;
  throw new RegcredError(
    'identity-repository-arn',
    `ECR repository ARN is malformed: got ${quoted(text)}, write '${EXAMPLE}'`,
  );
}

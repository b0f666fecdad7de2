/** A partition of AWS: regions that share one IAM. */
interface AwsPartition {
  /** As it stands in an ARN. */
  readonly name: string;
  /** How the names of its regions begin. */
  readonly regionPrefix: string;
}

const COMMERCIAL = 'aws';

/**
 * The partitions, the commercial one last: its regions are those that no other one claims.
 * @see https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
 */
export const AWS_PARTITIONS: readonly AwsPartition[] = [
  { name: 'aws-cn', regionPrefix: 'cn-' },
  { name: 'aws-us-gov', regionPrefix: 'us-gov-' },
  { name: 'aws-iso', regionPrefix: 'us-iso-' },
  { name: 'aws-iso-b', regionPrefix: 'us-isob-' },
  { name: 'aws-iso-e', regionPrefix: 'eu-isoe-' },
  { name: 'aws-iso-f', regionPrefix: 'us-isof-' },
  { name: 'aws-eusc', regionPrefix: 'eusc-' },
  { name: COMMERCIAL, regionPrefix: '' },
];

/** The partition that a region lies in. */
export function partitionOfRegion(region: string): string {
  return AWS_PARTITIONS.find(({ regionPrefix }) => region.startsWith(regionPrefix))?.name ?? COMMERCIAL;
}

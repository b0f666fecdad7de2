/** A partition of AWS: regions that share one IAM. */
export interface AwsPartition {
  /** As it stands in an ARN. */
  readonly name: string;
  readonly regionPrefixes: readonly string[];
}

/**
 * The partitions, the commercial one last: its regions are those that no other one claims.
 * @see https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
 */
export const AWS_PARTITIONS: readonly AwsPartition[] = [
  { name: 'aws-cn', regionPrefixes: ['cn-'] },
  { name: 'aws-us-gov', regionPrefixes: ['us-gov-'] },
  { name: 'aws-iso', regionPrefixes: ['us-iso-'] },
  { name: 'aws-iso-b', regionPrefixes: ['us-isob-'] },
  { name: 'aws-iso-e', regionPrefixes: ['eu-isoe-'] },
  { name: 'aws-iso-f', regionPrefixes: ['us-isof-'] },
  { name: 'aws-eusc', regionPrefixes: ['eusc-'] },
  { name: 'aws', regionPrefixes: [''] },
];

/** The partition that a region lies in. */
export function partitionOfRegion(region: string): string {
  const partition = AWS_PARTITIONS.find(({ regionPrefixes }) =>
    regionPrefixes.some((prefix) => region.startsWith(prefix)),
  );
  return partition?.name ?? 'aws';
}

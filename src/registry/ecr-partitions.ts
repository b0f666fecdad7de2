/** A partition of AWS: regions that share accounts, and the DNS names of their registries. */
export interface EcrPartition {
  readonly id: string;
  readonly suffix: string;
  /** Where the registries have dual-stack hosts (`dkr-ecr`, IPv4 and IPv6). */
  readonly dualStackSuffix?: string;
  readonly regions: readonly string[];
  /** Regions with FIPS hosts. */
  readonly fipsRegions: readonly string[];
}

/** Partitions and regions, from the partition table of the AWS SDKs and the endpoint tables of ECR; checked 2026-11. */
export const ECR_PARTITIONS: readonly EcrPartition[] = [
  {
    id: 'aws',
    suffix: 'amazonaws.com',
    dualStackSuffix: 'on.aws',
    regions: [
      'af-south-1',
      'ap-east-1',
      'ap-east-2',
      'ap-northeast-1',
      'ap-northeast-2',
      'ap-northeast-3',
      'ap-south-1',
      'ap-south-2',
      'ap-southeast-1',
      'ap-southeast-2',
      'ap-southeast-3',
      'ap-southeast-4',
      'ap-southeast-5',
      'ap-southeast-6',
      'ap-southeast-7',
      'ca-central-1',
      'ca-west-1',
      'eu-central-1',
      'eu-central-2',
      'eu-north-1',
      'eu-south-1',
      'eu-south-2',
      'eu-west-1',
      'eu-west-2',
      'eu-west-3',
      'il-central-1',
      'me-central-1',
      'me-south-1',
      'mx-central-1',
      'sa-east-1',
      'us-east-1',
      'us-east-2',
      'us-west-1',
      'us-west-2',
    ],
    fipsRegions: ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2'],
  },
  {
    id: 'aws-cn',
    suffix: 'amazonaws.com.cn',
    dualStackSuffix: 'on.amazonwebservices.com.cn',
    regions: ['cn-north-1', 'cn-northwest-1'],
    fipsRegions: [],
  },
  {
    id: 'aws-us-gov',
    suffix: 'amazonaws.com',
    dualStackSuffix: 'on.aws',
    regions: ['us-gov-east-1', 'us-gov-west-1'],
    fipsRegions: ['us-gov-east-1', 'us-gov-west-1'],
  },
  { id: 'aws-eusc', suffix: 'amazonaws.eu', regions: ['eusc-de-east-1'], fipsRegions: [] },
  { id: 'aws-iso', suffix: 'c2s.ic.gov', regions: ['us-iso-east-1', 'us-iso-west-1'], fipsRegions: [] },
  { id: 'aws-iso-b', suffix: 'sc2s.sgov.gov', regions: ['us-isob-east-1', 'us-isob-west-1'], fipsRegions: [] },
  { id: 'aws-iso-e', suffix: 'cloud.adc-e.uk', regions: ['eu-isoe-west-1'], fipsRegions: [] },
  { id: 'aws-iso-f', suffix: 'csp.hci.ic.gov', regions: ['us-isof-east-1', 'us-isof-south-1'], fipsRegions: [] },
];

import { Registry } from '../../src/registry';
import { ECR_PARTITIONS } from '../../src/registry/ecr-partitions';

const account = '123456789012';

test.each([
  [{ region: 'eu-central-1' }, '123456789012.dkr.ecr.eu-central-1.amazonaws.com'],
  [{ region: 'us-east-1', fips: true }, '123456789012.dkr.ecr-fips.us-east-1.amazonaws.com'],
  [{ region: 'eu-west-1', dualStack: true }, '123456789012.dkr-ecr.eu-west-1.on.aws'],
  [{ region: 'us-gov-west-1', dualStack: true, fips: true }, '123456789012.dkr-ecr-fips.us-gov-west-1.on.aws'],
  [{ region: 'us-gov-east-1' }, '123456789012.dkr.ecr.us-gov-east-1.amazonaws.com'],
  [{ region: 'cn-north-1' }, '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn'],
  [{ region: 'cn-northwest-1', dualStack: true }, '123456789012.dkr-ecr.cn-northwest-1.on.amazonwebservices.com.cn'],
  [{ region: 'eusc-de-east-1' }, '123456789012.dkr.ecr.eusc-de-east-1.amazonaws.eu'],
  [{ region: 'us-iso-east-1' }, '123456789012.dkr.ecr.us-iso-east-1.c2s.ic.gov'],
  [{ region: 'us-isob-east-1' }, '123456789012.dkr.ecr.us-isob-east-1.sc2s.sgov.gov'],
  [{ region: 'eu-isoe-west-1' }, '123456789012.dkr.ecr.eu-isoe-west-1.cloud.adc-e.uk'],
  [{ region: 'us-isof-south-1' }, '123456789012.dkr.ecr.us-isof-south-1.csp.hci.ic.gov'],
  [{ region: 'eu-west-9', endpointSuffix: 'amazonaws.com' }, '123456789012.dkr.ecr.eu-west-9.amazonaws.com'],
])('%j is %s', (options, host) => {
  const registry = Registry.ecr({ account, ...options });
  expect(registry.host).toBe(host);
  expect(registry.serverKey).toBe(host);
});

describe('every host of every partition', () => {
  const hosts = ECR_PARTITIONS.flatMap(({ regions, fipsRegions, dualStackSuffix }) =>
    regions.flatMap((region) =>
      [false, ...(fipsRegions.includes(region) ? [true] : [])].flatMap((fips) =>
        [false, ...(dualStackSuffix ? [true] : [])].map(
          (dualStack) => Registry.ecr({ account, region, fips, dualStack }).host,
        ),
      ),
    ),
  );

  test.each(hosts)('%s is ECR, is its own key, and a glob of the kubelet matches it', (host) => {
    const registry = Registry.forHost(host);
    expect(registry.id).toBe('ecr');
    expect(Registry.custom(host).serverKey).toBe(host);
    const globs = registry.matchImages.map(
      (glob) => new RegExp(`^${glob.replaceAll('.', '\\.').replaceAll('*', '[^.]*')}$`),
    );
    expect(globs.filter((glob) => glob.test(host))).toHaveLength(1);
  });

  test('no region is in two partitions', () => {
    const regions = ECR_PARTITIONS.flatMap((partition) => partition.regions);
    expect(new Set(regions).size).toBe(regions.length);
  });
});

test.each([
  [{ account: '12345', region: 'eu-west-1' }, "account must be the 12 digits of an AWS account: got '12345'"],
  [
    { account, region: 'eusc-de-west-1' },
    "unknown AWS region: got 'eusc-de-west-1', known are eusc-de-east-1; for a newer region give Registry.ecr an endpointSuffix",
  ],
  [
    { account, region: 'mars' },
    "unknown AWS region: got 'mars', it belongs to no known partition; for a newer region give Registry.ecr an endpointSuffix",
  ],
  [{ account, region: 'EU-WEST-1' }, "region must be one of AWS: got 'EU-WEST-1', write 'eu-west-1'"],
  [
    { account, region: 'eu-west-9', endpointSuffix: 'https://amazonaws.com' },
    "endpointSuffix must be a DNS name: got 'https://amazonaws.com', write one such as 'amazonaws.com'",
  ],
  [
    { account, region: 'eu-west-9', endpointSuffix: '.amazonaws.com' },
    "endpointSuffix must be a DNS name: got '.amazonaws.com', write one such as 'amazonaws.com'",
  ],
  [
    { account, region: 'eu-west-9', endpointSuffix: 7 as never },
    "endpointSuffix must be a string: got a number, write one such as 'amazonaws.com'",
  ],
  [{ account, region: 'EU West', endpointSuffix: 'amazonaws.com' }, "region must be one of AWS: got 'EU West'"],
  [
    { account, region: 'eu-west-1', fips: true },
    'no FIPS host of ECR is known in eu-west-1 (only in us-east-1, us-east-2, us-west-1, us-west-2, us-gov-east-1, us-gov-west-1); if there is one now, give Registry.ecr an endpointSuffix',
  ],
  [
    { account, region: 'eusc-de-east-1', dualStack: true },
    'no dual-stack host of ECR is known in eusc-de-east-1 (only in partition aws, partition aws-cn, partition aws-us-gov); if there is one now, give Registry.ecr an endpointSuffix',
  ],
])('%j: %s', (options, message) => {
  expect(() => Registry.ecr(options)).toThrow(expect.objectContaining({ code: 'registry-host', message }));
});

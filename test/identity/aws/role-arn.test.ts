import { AWS_PARTITIONS, partitionOfRegion } from '../../../src/identity/aws/partition';
import { RoleArn } from '../../../src/identity/aws/role-arn';
import { CATALOGUE } from '../../../src/registry';

test.each(AWS_PARTITIONS.map(({ name }) => [name]))('a role of partition %s', (partition) => {
  const arn = RoleArn.parse(`arn:${partition}:iam::012345678901:role/api`);
  expect({ ...arn }).toMatchObject({ partition, accountId: '012345678901', roleName: 'api' });
});

test.each([
  ['arn:aws:iam::111122223333:role/team/payments/api', 'api'],
  ['arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-west-1/A+b=c,d.e@f-g_h', 'A+b=c,d.e@f-g_h'],
  [`arn:aws:iam::111122223333:role/${'a'.repeat(64)}`, 'a'.repeat(64)],
])('%s names %s', (text, roleName) => {
  const arn = RoleArn.parse(text);
  expect(arn.roleName).toBe(roleName);
  expect(String(arn)).toBe(text);
});

test.each([
  ['', "it does not begin with 'arn:': got ''"],
  ['api', "it does not begin with 'arn:'"],
  ['arn:amazon:iam::111122223333:role/api', "partition 'amazon' is none of aws-cn, aws-us-gov"],
  [
    'arn:aws:sts::111122223333:assumed-role/api/session',
    'it names a session of the role; write the ARN of the role itself',
  ],
  ['arn:aws:ecr:eu-west-1:111122223333:repository/api', "its service is 'ecr', not 'iam'"],
  ['arn:aws:iam:eu-west-1:111122223333:role/api', 'IAM is global: leave the region empty'],
  ['arn:aws:iam::11112222333:role/api', "account '11112222333' is not twelve digits"],
  ['arn:aws:iam::1111-2222-3333:role/api', "account '1111-2222-3333' is not twelve digits"],
  ['arn:aws:iam::111122223333:user/api', "it names 'user', not a role"],
  ['arn:aws:iam::111122223333:instance-profile/api', "it names 'instance-profile', not a role"],
  ['arn:aws:iam::111122223333:role/', "role name '' is not one"],
  ['arn:aws:iam::111122223333:role/a b', "role name 'a b' is not one"],
  ['arn:aws:iam::111122223333:role/api\n', "role name 'api\\n' is not one"],
  [`arn:aws:iam::111122223333:role/${'a'.repeat(65)}`, "role name 'aaaa"],
  ['arn:aws:iam::111122223333:role//api', 'its path has an empty segment'],
  [`arn:aws:iam::111122223333:role/${'a/'.repeat(2000)}b`, 'an ARN has at most 2048 characters'],
  ['arn', "partition '' is none of"],
])('%j is refused: %s', (text, message) => {
  expect(() => RoleArn.parse(text)).toThrow(expect.objectContaining({ code: 'identity-role-arn' }));
  expect(() => RoleArn.parse(text)).toThrow(message);
});

test('a malformed ARN says what to write', () => {
  expect(() => RoleArn.parse('arn:aws:iam::111122223333:user/api')).toThrowErrorMatchingInlineSnapshot(
    `"role ARN is malformed, it names 'user', not a role: got 'arn:aws:iam::111122223333:user/api', write 'arn:aws:iam::111122223333:role/NAME'"`,
  );
});

test.each([
  ['eu-central-1', 'aws'],
  ['us-gov-west-1', 'aws-us-gov'],
  ['cn-northwest-1', 'aws-cn'],
  ['us-iso-east-1', 'aws-iso'],
  ['us-isob-east-1', 'aws-iso-b'],
  ['eu-isoe-west-1', 'aws-iso-e'],
  ['us-isof-south-1', 'aws-iso-f'],
  ['eusc-de-east-1', 'aws-eusc'],
])('region %s lies in partition %s', (region, partition) => {
  expect(partitionOfRegion(region)).toBe(partition);
});

test('the catalogue has ECR hosts in every partition', () => {
  const samples = CATALOGUE.find(({ id }) => id === 'ecr')?.samples ?? [];
  const partitions = samples.map((host) => partitionOfRegion(/ecr(?:-fips)?\.([^.]+)/.exec(host)?.[1] ?? ''));
  expect(new Set(partitions)).toEqual(new Set(AWS_PARTITIONS.map(({ name }) => name)));
});

import { IamPolicy } from '../../../src/identity';

const EKS = 'https://oidc.eks.eu-central-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF';
const accounts = { namespaces: ['payments', 'orders'], serviceAccount: 'api' };

describe('the trust policy of IRSA', () => {
  test('is that of the EKS user guide', () => {
    const options = {
      roleArn: 'arn:aws:iam::111122223333:role/api',
      issuer: EKS,
      namespaces: ['payments'],
      serviceAccount: 'api',
    };
    expect(IamPolicy.irsaTrust(options).toJson()).toMatchInlineSnapshot(`
"{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": {
        "Federated": "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-central-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF"
      },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": {
        "StringEquals": {
          "oidc.eks.eu-central-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF:aud": "sts.amazonaws.com",
          "oidc.eks.eu-central-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF:sub": "system:serviceaccount:payments:api"
        }
      }
    }
  ]
}"
`);
  });

  test('lists the account of each namespace, and no other', () => {
    const policy = IamPolicy.irsaTrust({ roleArn: 'arn:aws:iam::111122223333:role/api', issuer: EKS, ...accounts });
    expect(policy.toObject()).toHaveProperty(
      ['Statement', 0, 'Condition', 'StringEquals', `${EKS.slice(8)}:sub`],
      ['system:serviceaccount:payments:api', 'system:serviceaccount:orders:api'],
    );
  });

  test.each([
    ['aws', 'oidc.eks.us-east-1.amazonaws.com'],
    ['aws-cn', 'oidc.eks.cn-north-1.amazonaws.com.cn'],
    ['aws-us-gov', 'oidc.eks.us-gov-west-1.amazonaws.com'],
    ['aws-iso', 'oidc.eks.us-iso-east-1.c2s.ic.gov'],
    ['aws-iso-b', 'oidc.eks.us-isob-east-1.sc2s.sgov.gov'],
    ['aws-iso-e', 'oidc.eks.eu-isoe-west-1.cloud.adc-e.uk'],
    ['aws-iso-f', 'oidc.eks.us-isof-south-1.csp.hci.ic.gov'],
    ['aws-eusc', 'oidc.eks.eusc-de-east-1.amazonaws.eu'],
  ])('names the provider in partition %s', (partition, host) => {
    const roleArn = `arn:${partition}:iam::111122223333:role/api`;
    const policy = IamPolicy.irsaTrust({ roleArn, issuer: `https://${host}/id/ABC`, ...accounts });
    expect(policy.toObject()).toHaveProperty(
      ['Statement', 0, 'Principal', 'Federated'],
      `arn:${partition}:iam::111122223333:oidc-provider/${host}/id/ABC`,
    );
  });

  test('takes an issuer that is none of EKS, its final slash and another audience', () => {
    const options = {
      roleArn: 'arn:aws-cn:iam::111122223333:role/api',
      issuer: 'https://oidc.acme.io/',
      audience: 'acme',
    };
    expect(IamPolicy.irsaTrust({ ...options, ...accounts }).toObject()).toMatchObject({
      Statement: [
        {
          Principal: { Federated: 'arn:aws-cn:iam::111122223333:oidc-provider/oidc.acme.io/' },
          Condition: { StringEquals: { 'oidc.acme.io/:aud': 'acme' } },
        },
      ],
    });
  });

  test('does not cross partitions', () => {
    const roleArn = 'arn:aws-cn:iam::111122223333:role/api';
    expect(() => IamPolicy.irsaTrust({ roleArn, issuer: EKS, ...accounts })).toThrow(
      'OIDC issuer lies in partition aws and the role in aws-cn, and no role trusts across partitions',
    );
  });
});

describe('the trust policy of EKS Pod Identity', () => {
  test('is that of the EKS user guide, limited to the accounts', () => {
    expect(IamPolicy.podIdentityTrust({ ...accounts, clusterName: 'prod' }).toJson()).toMatchInlineSnapshot(`
"{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "AllowEksAuthToAssumeRoleForPodIdentity",
      "Effect": "Allow",
      "Principal": {
        "Service": "pods.eks.amazonaws.com"
      },
      "Action": [
        "sts:AssumeRole",
        "sts:TagSession"
      ],
      "Condition": {
        "StringEquals": {
          "aws:RequestTag/eks-cluster-name": "prod",
          "aws:RequestTag/kubernetes-namespace": [
            "payments",
            "orders"
          ],
          "aws:RequestTag/kubernetes-service-account": "api"
        }
      }
    }
  ]
}"
`);
  });

  test('has no conditions where the association sends no tags', () => {
    const policy = IamPolicy.podIdentityTrust({ ...accounts, disableSessionTags: true });
    expect(JSON.stringify(policy.toObject())).not.toContain('Condition');
  });
});

describe('permissions to pull from ECR', () => {
  test('are for the repositories of the images, and leave other registries out', () => {
    const policy = IamPolicy.ecrPull({
      images: [
        '111122223333.dkr.ecr.eu-central-1.amazonaws.com/team/api:1.2',
        '111122223333.dkr.ecr.eu-central-1.amazonaws.com/team/api:1.3',
        'nginx:1.27',
        'public.ecr.aws/docker/library/redis:7',
      ],
      repositories: ['arn:aws:ecr:*:444455556666:repository/shared/*'],
    });
    expect(policy.toJson()).toMatchInlineSnapshot(`
"{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "LogIn",
      "Effect": "Allow",
      "Action": "ecr:GetAuthorizationToken",
      "Resource": "*"
    },
    {
      "Sid": "Pull",
      "Effect": "Allow",
      "Action": [
        "ecr:BatchCheckLayerAvailability",
        "ecr:BatchGetImage",
        "ecr:GetDownloadUrlForLayer"
      ],
      "Resource": [
        "arn:aws:ecr:*:444455556666:repository/shared/*",
        "arn:aws:ecr:eu-central-1:111122223333:repository/team/api"
      ]
    }
  ]
}"
`);
  });

  test('may fill a pull-through cache', () => {
    const policy = IamPolicy.ecrPull({
      repositories: ['arn:aws:ecr:*:111122223333:repository/hub/*'],
      pullThroughCache: true,
    });
    expect(policy.toJson()).toContain('ecr:BatchImportUpstreamImage');
  });

  test.each([
    ['123456789012.dkr.ecr.us-east-1.amazonaws.com', 'arn:aws:ecr:us-east-1:'],
    ['123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com', 'arn:aws-us-gov:ecr:us-gov-west-1:'],
    ['123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn', 'arn:aws-cn:ecr:cn-north-1:'],
    ['123456789012.dkr.ecr.eusc-de-east-1.amazonaws.eu', 'arn:aws-eusc:ecr:eusc-de-east-1:'],
    ['123456789012.dkr.ecr.us-iso-east-1.c2s.ic.gov', 'arn:aws-iso:ecr:us-iso-east-1:'],
    ['123456789012.dkr.ecr.us-isob-east-1.sc2s.sgov.gov', 'arn:aws-iso-b:ecr:us-isob-east-1:'],
    ['123456789012.dkr.ecr.eu-isoe-west-1.cloud.adc-e.uk', 'arn:aws-iso-e:ecr:eu-isoe-west-1:'],
    ['123456789012.dkr.ecr.us-isof-south-1.csp.hci.ic.gov', 'arn:aws-iso-f:ecr:us-isof-south-1:'],
    ['123456789012.dkr-ecr.eu-west-1.on.aws', 'arn:aws:ecr:eu-west-1:'],
    ['123456789012.dkr-ecr-fips.us-east-1.on.aws', 'arn:aws:ecr:us-east-1:'],
    ['123456789012.dkr-ecr.cn-northwest-1.on.amazonwebservices.com.cn', 'arn:aws-cn:ecr:cn-northwest-1:'],
  ])('know host %s', (host, prefix) => {
    const policy = IamPolicy.ecrPull({ images: [`${host}/team/api@sha256:${'a'.repeat(64)}`] });
    expect(policy.toObject()).toHaveProperty(
      ['Statement', 1, 'Resource'],
      [`${prefix}123456789012:repository/team/api`],
    );
  });

  test('are refused where there is nothing to pull', () => {
    expect(() => IamPolicy.ecrPull({ images: ['nginx'] })).toThrowErrorMatchingInlineSnapshot(
      `"no ECR repository to pull from: got 1 images, none of ECR; write one, or repositories: ['arn:aws:ecr:eu-central-1:111122223333:repository/team/*']"`,
    );
  });

  test.each([
    'team/api',
    'arn:aws:ecr:eu-west-1:111122223333:repository/',
    'arn:aws:ecr:eu-west-1:*:repository/api',
    'arn:aws:ecr:eu-west-1:111122223333:repository/Api',
    'arn:aws:ecr:eu-west-1:111122223333:repository/a:b',
    'arn:gcp:ecr:eu-west-1:111122223333:repository/a',
    `arn:aws:ecr:eu-west-1:111122223333:repository/${'a'.repeat(2048)}`,
  ])('refuse %j as a repository', (arn) => {
    expect(() => IamPolicy.ecrPull({ repositories: [arn] })).toThrow(/^ECR repository ARN is malformed: got '/);
  });
});

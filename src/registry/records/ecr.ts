import { AnonymousAccess } from '../anonymous-access';
import type { RegistryRecord, TokenLifetime } from '../registry-record';

/** What both registries of AWS take. */
export const ecrToken: TokenLifetime['token'] = { username: /^AWS$/, text: 'an ECR token, which lives 12 hours' };

export const ecr: RegistryRecord = {
  id: 'ecr',
  name: 'Amazon ECR',
  hosts: [
    /^[0-9]{12}\.dkr\.ecr(?:-fips)?\.[a-z0-9-]+\.(?:amazonaws\.com|amazonaws\.com\.cn|amazonaws\.eu|c2s\.ic\.gov|sc2s\.sgov\.gov|cloud\.adc-e\.uk|csp\.hci\.ic\.gov)$/,
    /^[0-9]{12}\.dkr-ecr(?:-fips)?\.[a-z0-9-]+\.(?:on\.aws|on\.amazonwebservices\.com\.cn)$/,
  ],
  matchImages: [
    '*.dkr.ecr.*.amazonaws.com',
    '*.dkr.ecr-fips.*.amazonaws.com',
    '*.dkr.ecr.*.amazonaws.com.cn',
    '*.dkr.ecr.*.amazonaws.eu',
    '*.dkr.ecr.*.c2s.ic.gov',
    '*.dkr.ecr.*.sc2s.sgov.gov',
    '*.dkr.ecr.*.cloud.adc-e.uk',
    '*.dkr.ecr.*.csp.hci.ic.gov',
    '*.dkr-ecr.*.on.aws',
    '*.dkr-ecr-fips.*.on.aws',
    '*.dkr-ecr.*.on.amazonwebservices.com.cn',
  ],
  anonymous: AnonymousAccess.NEVER,
  username: {
    text: 'the literal `AWS`',
    rules: [{ match: /^AWS$/, write: "'AWS'", strength: 'certain' }],
  },
  lifetime: { seconds: 43_200, always: true, text: '12 hours', token: ecrToken },
  path: { parts: ['repository'], nested: true, text: 'The repository must exist: a push does not create it.' },
  link: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html',
  checked: '2026-11',
  evidence: { hosts: 'source', username: 'docs', lifetime: 'docs', path: 'unverified', anonymous: 'docs' },
  guide: {
    factory: "Registry.ecr({ account: '111122223333', region: 'eu-central-1' })",
    prefix: 'ECR',
    evidence: 'unverified',
    create: [
      'Prefer no Secret at all: on EKS the node role, or a role for each ServiceAccount through the ECR credential provider.',
      'Else a role with `ecr:GetAuthorizationToken`, and `ecr:BatchGetImage`, `ecr:GetDownloadUrlForLayer` and `ecr:BatchCheckLayerAvailability` on the repositories that the cluster runs; its token comes from `aws ecr get-login-password`.',
    ],
    pitfalls: [
      'The token lives 12 hours: a Secret that nothing refreshes breaks the first pull of tomorrow.',
      'The classic, FIPS and dual-stack hosts are different hosts to the kubelet: an image named by one does not use the login for another (`fips: true`, `dualStack: true`).',
      'IRSA and EKS Pod Identity are who the container is; they do not let the kubelet pull.',
      'Most published `matchImages` lists miss the FIPS, dual-stack and sovereign hosts; `Registry.matchImages` has them.',
    ],
  },
  samples: [
    '123456789012.dkr.ecr.us-east-1.amazonaws.com',
    '123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com',
    '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn',
    '123456789012.dkr.ecr.eusc-de-east-1.amazonaws.eu',
    '123456789012.dkr.ecr.us-iso-east-1.c2s.ic.gov',
    '123456789012.dkr.ecr.us-isob-east-1.sc2s.sgov.gov',
    '123456789012.dkr.ecr.eu-isoe-west-1.cloud.adc-e.uk',
    '123456789012.dkr.ecr.us-isof-south-1.csp.hci.ic.gov',
    '123456789012.dkr-ecr.eu-west-1.on.aws',
    '123456789012.dkr-ecr-fips.us-east-1.on.aws',
    '123456789012.dkr-ecr.cn-northwest-1.on.amazonwebservices.com.cn',
  ],
  misses: [
    '12345678901.dkr.ecr.us-east-1.amazonaws.com',
    '1234567890123.dkr.ecr.us-east-1.amazonaws.com',
    '123456789012.dkr.ecr.cn-north-1.amazonaws.cn',
    '123456789012.dkr.ecr.us-east-1.on.aws',
    '123456789012.dkr-ecr.us-east-1.amazonaws.com',
    '123456789012.dkr.ecr.us-east-1.amazonaws.com.example.com',
    'api.ecr.us-east-1.amazonaws.com',
    'dkr.ecr.us-east-1.amazonaws.com',
  ],
};

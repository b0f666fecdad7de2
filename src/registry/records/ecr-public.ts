import { AnonymousAccess } from '../anonymous-access';
import type { RegistryRecord } from '../registry-record';
import { ecrToken } from './ecr';

export const ecrPublic: RegistryRecord = {
  id: 'ecr-public',
  name: 'Amazon ECR Public',
  hosts: [/^(?:public\.ecr\.aws|ecr-public\.aws\.com)$/],
  matchImages: ['public.ecr.aws', 'ecr-public.aws.com'],
  anonymous: AnonymousAccess.ALWAYS,
  username: {
    text: 'the literal `AWS`',
    rules: [{ match: /^AWS$/, write: "'AWS'", strength: 'certain' }],
  },
  lifetime: { seconds: 43_200, always: true, text: '12 hours', token: ecrToken },
  path: { parts: ['alias', 'repository'], nested: true },
  link: 'https://docs.aws.amazon.com/AmazonECR/latest/public/public-registry-auth.html',
  checked: '2026-11',
  evidence: { hosts: 'source', username: 'docs', lifetime: 'docs', path: 'docs', anonymous: 'docs' },
  guide: {
    factory: 'Registry.ecrPublic()',
    prefix: 'ECR_PUBLIC',
    evidence: 'docs',
    create: [
      'Usually nothing: anonymous pulls work. A login only raises the rate limit.',
      'A role with `ecr-public:GetAuthorizationToken` and `sts:GetServiceBearerToken`; the token always comes from the region us-east-1: `aws ecr-public get-login-password --region us-east-1`.',
    ],
    pitfalls: ['An expired token breaks images that would come without any; the registry answers 400, not 401.'],
  },
  samples: ['public.ecr.aws', 'ecr-public.aws.com'],
  misses: ['private.ecr.aws', 'ecr.aws', 'public.ecr.aws.example.com', 'ecr-public.us-east-1.amazonaws.com'],
};

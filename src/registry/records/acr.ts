import { AnonymousAccess } from '../anonymous-access';
import type { RegistryRecord } from '../registry-record';

export const acr: RegistryRecord = {
  id: 'acr',
  name: 'Azure Container Registry',
  hosts: [/^[a-z0-9]+(?:-[a-z0-9]+)?(?:\.[a-z0-9]+\.geo)?\.azurecr\.(?:io|cn|us|de)$/],
  matchImages: [
    '*.azurecr.io',
    '*.azurecr.cn',
    '*.azurecr.us',
    '*.azurecr.de',
    '*.*.geo.azurecr.io',
    '*.*.geo.azurecr.cn',
    '*.*.geo.azurecr.us',
  ],
  mistakes: [
    {
      host: /^([a-z0-9]+(?:-[a-z0-9]+)?)\.[a-z0-9]+\.data\.azurecr\.(io|cn|us|de)$/,
      why: 'a data endpoint only serves layers, nobody logs in there',
      writeServer: '$1.azurecr.$2',
      writeImageHost: '$1.azurecr.$2',
    },
  ],
  anonymous: AnonymousAccess.POSSIBLE,
  username: {
    text: 'the application id of a service principal, the name of an ACR token, or `00000000-0000-0000-0000-000000000000` with a refresh token',
  },
  lifetime: {
    seconds: 4_500,
    text: 'Entra token: 75 minutes measured for service principals (Microsoft documents 3 hours); client secret: 1 year by default; ACR token: the expiry date chosen',
    token: {
      username: /^00000000-0000-0000-0000-000000000000$/,
      text: 'an Azure token, which lives at most three hours',
    },
  },
  path: { parts: ['repository'], nested: true },
  link: 'https://learn.microsoft.com/azure/container-registry/container-registry-authentication',
  checked: '2026-11',
  evidence: { hosts: 'thread', username: 'docs', lifetime: 'thread', path: 'unverified', anonymous: 'unverified' },
  guide: {
    factory: "Registry.acr({ name: 'acmeprod' })",
    prefix: 'ACR',
    evidence: 'unverified',
    create: [
      'Prefer no Secret at all: on AKS the kubelet identity with the role `AcrPull`.',
      'Else an **ACR token** with a scope map of `content/read` on the repositories that the cluster runs, or a service principal with `AcrPull`. Never the admin user.',
    ],
    pitfalls: [
      'With a Domain Name Label the host has a hash: `acmeprod-h4s1.azurecr.io`; give the whole label as `name`.',
      "A replica's host (`acmeprod.westeurope.geo.azurecr.io`) is another host to the kubelet and needs `replica`.",
      '`acmeprod.westeurope.data.azurecr.io` is a data endpoint, not a login server.',
    ],
  },
  samples: [
    'acmeprod.azurecr.io',
    'acmeprod-h4s1.azurecr.io',
    'acmeprod.westeurope.geo.azurecr.io',
    'acmeprod-h4s1.westeurope.geo.azurecr.io',
    'acmeprod.azurecr.cn',
    'acmeprod.azurecr.us',
    'acmeprod.azurecr.de',
  ],
  misses: [
    'acmeprod.westeurope.data.azurecr.io',
    'acme-prod-h4s1.azurecr.io',
    'acmeprod.azurecr.com',
    'azurecr.io',
    'acmeprod.azurecr.io.example.com',
    'acmeprod.geo.azurecr.io',
  ],
};

import { AnonymousAccess } from '../anonymous-access';
import type { RegistryRecord } from '../registry-record';

export const ibm: RegistryRecord = {
  id: 'ibm',
  name: 'IBM Cloud Container Registry',
  hosts: [/^(?:private\.)?(?:(?:au|br|ca|ca2|de|es|jp|jp2|uk|us)\.)?icr\.io$/],
  matchImages: [
    'icr.io',
    'private.icr.io',
    ...['au', 'br', 'ca', 'ca2', 'de', 'es', 'jp', 'jp2', 'uk', 'us'].flatMap((region) => [
      `${region}.icr.io`,
      `private.${region}.icr.io`,
    ]),
  ],
  anonymous: AnonymousAccess.POSSIBLE,
  username: {
    text: 'the literal `iamapikey` with an API key; `iambearer` with an IAM token',
    rules: [{ match: /^(?:iamapikey|iambearer|iamrefresh|token)$/, write: "'iamapikey'", strength: 'certain' }],
  },
  lifetime: { text: 'API key: until deleted' },
  path: { parts: ['namespace', 'repository'], nested: true },
  link: 'https://cloud.ibm.com/docs/Registry',
  checked: '2026-11',
  evidence: {
    hosts: 'docs',
    username: 'published',
    lifetime: 'unverified',
    path: 'published',
    anonymous: 'unverified',
  },
  guide: {
    factory: "Registry.ibm({ region: 'de', namespace: 'acme' })",
    prefix: 'IBM',
    evidence: 'unverified',
    create: ['A service ID with the role _Reader_ of Container Registry on the one namespace, and an API key of it.'],
    pitfalls: [
      'Each region has a host; `icr.io` is the global one, not an alias for all.',
      'Over the private network the host is another one: `private.de.icr.io`.',
    ],
  },
  samples: ['icr.io', 'us.icr.io', 'jp2.icr.io', 'private.de.icr.io', 'private.icr.io'],
  misses: ['cp.icr.io', 'fr.icr.io', 'us.private.icr.io', 'icr.io.example.com', 'xicr.io'],
};

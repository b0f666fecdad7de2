import { AnonymousAccess } from '../anonymous-access';
import type { RegistryRecord } from '../registry-record';
import { UNVERIFIED } from '../unverified';

export const nexus: RegistryRecord = {
  id: 'nexus',
  name: 'Sonatype Nexus Repository',
  hosts: [],
  matchImages: [],
  anonymous: AnonymousAccess.POSSIBLE,
  username: { text: 'a Nexus user, or the name code of a user token' },
  lifetime: { text: 'until revoked, or the expiry configured for user tokens' },
  path: {
    parts: ['image'],
    nested: true,
    text: 'A connector (port or subdomain) decides the repository; with path routing its name is the first part.',
  },
  link: 'https://help.sonatype.com/en/docker-registry.html',
  checked: '2026-11',
  evidence: UNVERIFIED,
  guide: {
    factory: "Registry.nexus({ host: 'nexus.example.com:8443' })",
    prefix: 'NEXUS',
    evidence: 'unverified',
    create: [
      'A user whose role has the `read` and `browse` privileges of the one Docker repository (`nx-repository-view-docker-NAME-read`), and a user token of it.',
    ],
    pitfalls: [
      'Each Docker connector has a port or a host of its own: the key must have the very port that the images are named by.',
      'The realm _Docker Bearer Token_ must be active (not yet verified).',
    ],
  },
  samples: [],
  misses: ['nexus.example.com', 'help.sonatype.com'],
};

import { AnonymousAccess } from '../anonymous-access';
import type { RegistryRecord } from '../registry-record';

export const scaleway: RegistryRecord = {
  id: 'scaleway',
  name: 'Scaleway Container Registry',
  hosts: [/^rg\.(?:fr-par|nl-ams|pl-waw)\.scw\.cloud$/],
  matchImages: ['rg.fr-par.scw.cloud', 'rg.nl-ams.scw.cloud', 'rg.pl-waw.scw.cloud'],
  anonymous: AnonymousAccess.POSSIBLE,
  username: {
    text: 'the literal `nologin`',
    rules: [{ match: /^nologin$/, write: "'nologin'", strength: 'certain' }],
  },
  lifetime: { text: 'secret key: until deleted, or the expiry date chosen' },
  path: { parts: ['namespace', 'image'], nested: true },
  link: 'https://www.scaleway.com/en/docs/container-registry/',
  checked: '2026-11',
  evidence: {
    hosts: 'published',
    username: 'published',
    lifetime: 'unverified',
    path: 'published',
    anonymous: 'unverified',
  },
  guide: {
    factory: "Registry.scaleway({ region: 'fr-par', namespace: 'acme' })",
    prefix: 'SCALEWAY',
    evidence: 'unverified',
    create: [
      'An IAM application with the permission set `ContainerRegistryReadOnly` in the one project, and an API key of it; the password is the secret key.',
    ],
    pitfalls: ['The access key is not the username: that is always `nologin`.'],
  },
  samples: ['rg.fr-par.scw.cloud', 'rg.nl-ams.scw.cloud', 'rg.pl-waw.scw.cloud'],
  misses: ['rg.us-east.scw.cloud', 'fr-par.scw.cloud', 'acme.rg.fr-par.scw.cloud', 'rg.fr-par.scw.cloud.example.com'],
};

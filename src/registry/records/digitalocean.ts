import { AnonymousAccess } from '../anonymous-access';
import type { RegistryRecord } from '../registry-record';

export const digitalOcean: RegistryRecord = {
  id: 'digitalocean',
  name: 'DigitalOcean Container Registry',
  hosts: [/^registry\.digitalocean\.com$/],
  matchImages: ['registry.digitalocean.com'],
  anonymous: AnonymousAccess.NEVER,
  username: { text: 'the API token itself, the same as the password; the registry looks at no other' },
  lifetime: { text: 'as chosen: `doctl registry docker-credentials --expiry-seconds`' },
  path: { parts: ['registry', 'repository'], nested: true },
  link: 'https://docs.digitalocean.com/products/container-registry/',
  checked: '2026-11',
  evidence: {
    hosts: 'published',
    username: 'published',
    lifetime: 'published',
    path: 'docs',
    anonymous: 'unverified',
  },
  guide: {
    factory: "Registry.digitalOcean({ registry: 'acme' })",
    prefix: 'DIGITALOCEAN',
    evidence: 'unverified',
    create: ['A read-only credential: `doctl registry docker-credentials` (read-only unless `--read-write` is given).'],
    pitfalls: [
      'The username is as secret as the password: both are the token.',
      'The DOKS integration adds a Secret to every `default` ServiceAccount by itself: two owners of one list (not yet verified).',
    ],
  },
  samples: ['registry.digitalocean.com'],
  misses: ['digitalocean.com', 'acme.registry.digitalocean.com', 'registry.digitalocean.com.example.com'],
};

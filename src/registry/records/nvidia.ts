import { AnonymousAccess } from '../anonymous-access';
import type { RegistryRecord } from '../registry-record';

export const nvidia: RegistryRecord = {
  id: 'nvidia',
  name: 'NVIDIA NGC',
  hosts: [/^nvcr\.io$/],
  matchImages: ['nvcr.io'],
  anonymous: AnonymousAccess.POSSIBLE,
  username: {
    text: 'the literal `$oauthtoken`',
    rules: [
      {
        match: /^\$oauthtoken$/,
        write: "'$oauthtoken', letter for letter (in single quotes, or a shell takes it for a variable)",
        strength: 'certain',
      },
    ],
  },
  lifetime: { text: 'API key: the expiry date chosen' },
  path: { parts: ['org', 'image'], nested: true, text: 'A team may come between: `org/team/image`.' },
  link: 'https://docs.nvidia.com/ngc/',
  checked: '2026-11',
  evidence: {
    hosts: 'published',
    username: 'published',
    lifetime: 'unverified',
    path: 'published',
    anonymous: 'unverified',
  },
  guide: {
    factory: "Registry.nvidia({ org: 'nvidia' })",
    prefix: 'NGC',
    evidence: 'unverified',
    create: ['A service key (or a personal key) that is limited to the service _NGC Catalog_ or _Private Registry_.'],
    pitfalls: [
      'The `$` is eaten by shells, Helm, compose files and string templates: where the username arrives empty, this is why.',
    ],
  },
  samples: ['nvcr.io'],
  misses: ['ngc.nvidia.com', 'api.nvcr.io', 'nvcr.io.example.com', 'xnvcr.io'],
};

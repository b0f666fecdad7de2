import { AnonymousAccess } from '../anonymous-access';
import type { RegistryRecord } from '../registry-record';

export const redHat: RegistryRecord = {
  id: 'red-hat',
  name: 'Red Hat Ecosystem Catalog',
  hosts: [/^registry\.redhat\.io$/, /^registry\.connect\.redhat\.com$/],
  matchImages: ['registry.redhat.io', 'registry.connect.redhat.com'],
  anonymous: AnonymousAccess.NEVER,
  username: {
    text: 'a registry service account, `NNNNNNN|name`',
    rules: [
      {
        match: /^[0-9]+\|.+$/,
        write: "a registry service account such as '1234567|puller' (in quotes: a shell takes '|' for a pipe)",
        strength: 'usual',
      },
    ],
  },
  lifetime: { text: 'service account: until its token is regenerated' },
  path: { parts: ['image'], nested: true, text: 'Mostly `product/image`.' },
  link: 'https://access.redhat.com/RegistryAuthentication',
  checked: '2026-11',
  evidence: {
    hosts: 'published',
    username: 'published',
    lifetime: 'unverified',
    path: 'unverified',
    anonymous: 'docs',
  },
  guide: {
    factory: 'Registry.redHat()',
    prefix: 'REDHAT',
    evidence: 'docs',
    create: ['A registry service account (access.redhat.com/terms-based-registry). Not the login of a person.'],
    pitfalls: ['The username holds a `|`: quote it in shells.'],
  },
  samples: ['registry.redhat.io', 'registry.connect.redhat.com'],
  misses: ['registry.access.redhat.com', 'redhat.io', 'registry.redhat.io.example.com', 'connect.redhat.com'],
};

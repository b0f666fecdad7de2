import { AnonymousAccess } from '../anonymous-access';
import type { RegistryRecord } from '../registry-record';
import { UNVERIFIED } from '../unverified';
import { noLogin } from './no-login';

export const redHatPublic: RegistryRecord = {
  ...noLogin,
  id: 'red-hat-public',
  name: 'Red Hat public images',
  hosts: [/^registry\.access\.redhat\.com$/],
  matchImages: ['registry.access.redhat.com'],
  anonymous: AnonymousAccess.ALWAYS,
  path: { parts: ['image'], nested: true },
  link: 'https://access.redhat.com/RegistryAuthentication',
  checked: '2026-11',
  evidence: UNVERIFIED,
  samples: ['registry.access.redhat.com'],
  misses: ['registry.redhat.io', 'access.redhat.com', 'registry.access.redhat.com.example.com'],
};

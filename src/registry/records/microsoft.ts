import { AnonymousAccess } from '../anonymous-access';
import type { RegistryRecord } from '../registry-record';
import { noLogin } from './no-login';

export const microsoft: RegistryRecord = {
  ...noLogin,
  id: 'microsoft',
  name: 'Microsoft Artifact Registry',
  hosts: [/^mcr\.microsoft\.com$/],
  matchImages: ['mcr.microsoft.com'],
  anonymous: AnonymousAccess.ALWAYS,
  path: { parts: ['image'], nested: true },
  link: 'https://mcr.microsoft.com/',
  checked: '2026-11',
  evidence: { hosts: 'docs', username: 'docs', lifetime: 'docs', path: 'docs', anonymous: 'docs' },
  samples: ['mcr.microsoft.com'],
  misses: ['microsoft.com', 'eastus.data.mcr.microsoft.com', 'mcr.microsoft.com.example.com'],
};

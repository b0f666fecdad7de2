import { AnonymousAccess } from '../anonymous-access';
import type { RegistryRecord } from '../registry-record';
import { UNVERIFIED } from '../unverified';
import { noLogin } from './no-login';

export const elastic: RegistryRecord = {
  ...noLogin,
  id: 'elastic',
  name: 'Elastic',
  hosts: [/^docker\.elastic\.co$/],
  matchImages: ['docker.elastic.co'],
  anonymous: AnonymousAccess.ALWAYS,
  path: { parts: ['product', 'image'], nested: true },
  link: 'https://www.docker.elastic.co/',
  checked: '2026-11',
  evidence: UNVERIFIED,
  samples: ['docker.elastic.co'],
  misses: ['www.docker.elastic.co', 'elastic.co', 'docker.elastic.co.example.com'],
};

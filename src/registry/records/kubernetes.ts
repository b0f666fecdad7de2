import { AnonymousAccess } from '../anonymous-access';
import type { RegistryRecord } from '../registry-record';
import { noLogin } from './no-login';

export const kubernetes: RegistryRecord = {
  ...noLogin,
  id: 'kubernetes',
  name: 'Kubernetes community images',
  hosts: [/^(?:registry\.k8s\.io|k8s\.gcr\.io)$/],
  matchImages: ['registry.k8s.io', 'k8s.gcr.io'],
  anonymous: AnonymousAccess.ALWAYS,
  path: { parts: ['image'], nested: true },
  link: 'https://kubernetes.io/blog/2022/11/28/registry-k8s-io-faster-cheaper-ga/',
  checked: '2026-11',
  evidence: { hosts: 'docs', username: 'docs', lifetime: 'docs', path: 'docs', anonymous: 'docs' },
  samples: ['registry.k8s.io', 'k8s.gcr.io'],
  misses: ['k8s.io', 'registry.k8s.io.example.com', 'registry.k8s.gcr.io'],
};

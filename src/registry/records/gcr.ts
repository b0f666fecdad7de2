import { AnonymousAccess } from '../anonymous-access';
import type { RegistryRecord } from '../registry-record';
import { googleLifetime, googleUsername } from './artifact-registry';

export const gcr: RegistryRecord = {
  id: 'gcr',
  name: 'Google Container Registry',
  hosts: [/^gcr\.io$/, /^(?!mirror\.)[a-z]+\.gcr\.io$/],
  matchImages: ['gcr.io', '*.gcr.io'],
  anonymous: AnonymousAccess.POSSIBLE,
  publicRepositories: [/^distroless\//],
  username: googleUsername,
  lifetime: googleLifetime,
  path: {
    parts: ['project', 'image'],
    nested: true,
    text: 'A domain-scoped project `example.com:app` is written `example.com/app`.',
  },
  link: 'https://cloud.google.com/artifact-registry/docs/transition/transition-from-gcr',
  checked: '2026-11',
  evidence: { hosts: 'source', username: 'source', lifetime: 'source', path: 'unverified', anonymous: 'published' },
  guide: {
    factory: "Registry.gcr({ host: 'eu.gcr.io', project: 'acme-prod' })",
    prefix: 'GCR',
    evidence: 'unverified',
    create: ['As for Artifact Registry: `roles/artifactregistry.reader` on the `gcr.io` repository of the project.'],
    pitfalls: [
      'The service itself is gone: Artifact Registry answers under the old names.',
      '`gcr.io`, `us.gcr.io`, `eu.gcr.io` and `asia.gcr.io` are four hosts: each needs its own login.',
    ],
  },
  samples: ['gcr.io', 'us.gcr.io', 'eu.gcr.io', 'asia.gcr.io'],
  misses: ['mirror.gcr.io', 'k8s.gcr.io', 'a.b.gcr.io', 'gcr.io.example.com', 'xgcr.io', 'eu-gcr.io'],
};

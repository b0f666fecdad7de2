import { AnonymousAccess } from '../anonymous-access';
import type { RegistryRecord } from '../registry-record';

export const cloudsmith: RegistryRecord = {
  id: 'cloudsmith',
  name: 'Cloudsmith',
  hosts: [/^docker\.cloudsmith\.io$/],
  matchImages: ['docker.cloudsmith.io'],
  anonymous: AnonymousAccess.POSSIBLE,
  username: { text: 'a user or the slug of a service; `organization/repository` with an entitlement token' },
  lifetime: { seconds: 7_200, text: 'OIDC token: 2 hours; API key and entitlement token: until revoked' },
  path: { parts: ['organization', 'repository', 'image'], nested: true },
  link: 'https://help.cloudsmith.io/docs/docker-registry',
  checked: '2026-11',
  evidence: {
    hosts: 'published',
    username: 'published',
    lifetime: 'source',
    path: 'published',
    anonymous: 'unverified',
  },
  guide: {
    factory: "Registry.cloudsmith({ organization: 'acme', repository: 'images' })",
    prefix: 'CLOUDSMITH',
    evidence: 'unverified',
    create: ['A read-only **entitlement token** of the one repository, or a service with the role _Read_ on it.'],
    pitfalls: ["A custom domain is another host: `Registry.cloudsmith({ host: 'docker.example.com' })`."],
  },
  samples: ['docker.cloudsmith.io'],
  misses: ['cloudsmith.io', 'dl.cloudsmith.io', 'docker.cloudsmith.io.example.com', 'npm.cloudsmith.io'],
};

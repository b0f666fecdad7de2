import { AnonymousAccess } from '../anonymous-access';
import type { RegistryRecord } from '../registry-record';

export const artifactory: RegistryRecord = {
  id: 'artifactory',
  name: 'JFrog Artifactory',
  hosts: [/^[a-z0-9][a-z0-9-]*\.jfrog\.io$/],
  matchImages: ['*.jfrog.io'],
  anonymous: AnonymousAccess.POSSIBLE,
  username: { text: 'a user, with an identity or reference token' },
  lifetime: { text: 'the expiry chosen for the token' },
  path: {
    parts: ['image'],
    nested: true,
    text: 'Path method: `HOST/REPOSITORY/IMAGE`; subdomain method: the repository is part of the host (`acme-docker-local.jfrog.io/IMAGE`).',
  },
  link: 'https://jfrog.com/help/r/jfrog-artifactory-documentation/docker-repository-url-formats',
  checked: '2026-11',
  evidence: { hosts: 'docs', username: 'unverified', lifetime: 'unverified', path: 'docs', anonymous: 'unverified' },
  guide: {
    factory: "Registry.artifactory({ host: 'acme.jfrog.io', repository: 'docker-local' })",
    prefix: 'ARTIFACTORY',
    evidence: 'unverified',
    create: ['A user in a group with _Read_ on the one Docker repository, and an identity token of it.'],
    pitfalls: [
      'Path and subdomain method name the same image by two hosts: log in to the one that the images are named by.',
      'API keys are at the end of their life: use identity tokens (not yet verified).',
    ],
  },
  samples: ['acme.jfrog.io', 'acme-docker-local.jfrog.io'],
  misses: ['jfrog.io', 'a.b.jfrog.io', 'acme.jfrog.io.example.com', '-acme.jfrog.io', 'acme.jfrog.com'],
};

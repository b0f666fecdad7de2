import { AnonymousAccess } from '../anonymous-access';
import type { RegistryRecord } from '../registry-record';

export const ghcr: RegistryRecord = {
  id: 'ghcr',
  name: 'GitHub Container Registry',
  hosts: [/^ghcr\.io$/],
  matchImages: ['ghcr.io'],
  mistakes: [
    {
      host: /^(?:www\.)?github\.com$/,
      why: 'it serves no images',
      writeServer: 'ghcr.io',
      writeImageHost: 'ghcr.io',
    },
  ],
  anonymous: AnonymousAccess.POSSIBLE,
  username: { text: 'the GitHub user that owns the token' },
  lifetime: {
    seconds: 3_600,
    text: 'classic token: the expiry date chosen; `GITHUB_TOKEN` and GitHub App tokens: 60 minutes',
  },
  path: { parts: ['owner', 'image'], nested: true, text: 'The owner is lower case, also where GitHub shows capitals.' },
  link: 'https://docs.github.com/en/packages/working-with-a-github-packages-registry/working-with-the-container-registry',
  checked: '2026-11',
  evidence: { hosts: 'docs', username: 'docs', lifetime: 'docs', path: 'unverified', anonymous: 'docs' },
  guide: {
    factory: "Registry.ghcr({ owner: 'acme' })",
    prefix: 'GHCR',
    evidence: 'docs',
    create: [
      'A machine account that can read only the packages that the cluster runs, and a **classic** personal access token of it with the one scope `read:packages`.',
    ],
    pitfalls: [
      'Fine-grained tokens do not work for the registry; a GitHub App token logs in but has been seen not to pull a private package that is linked to a repository.',
      "The owner is part of the image's name and therefore lower case: `ghcr.io/Acme` matches nothing.",
      'Without `owner` the token is sent for every image of ghcr.io, public ones of other owners included.',
      "GitHub Enterprise Server: `Registry.ghcr({ host: 'containers.github.example.com' })`.",
    ],
  },
  samples: ['ghcr.io'],
  misses: ['github.com', 'ghcr.io.example.com', 'xghcr.io', 'docker.pkg.github.com', 'pkg.ghcr.io'],
};

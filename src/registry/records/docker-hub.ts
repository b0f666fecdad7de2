import { AnonymousAccess } from '../anonymous-access';
import type { RegistryRecord } from '../registry-record';

export const dockerHub: RegistryRecord = {
  id: 'docker-hub',
  name: 'Docker Hub',
  hosts: [/^(?:docker\.io|index\.docker\.io|registry-1\.docker\.io)$/],
  canonicalHost: 'docker.io',
  serverKey: 'https://index.docker.io/v1/',
  matchImages: ['docker.io'],
  mistakes: [
    {
      host: /^(?:registry-1\.docker\.io|registry\.docker\.io|auth\.docker\.io|hub\.docker\.com|registry\.hub\.docker\.com)$/,
      why: 'the kubelet never uses it for images of Docker Hub',
      writeServer: 'https://index.docker.io/v1/',
      writeImageHost: 'docker.io',
    },
  ],
  anonymous: AnonymousAccess.POSSIBLE,
  publicRepositories: [/^library\//],
  username: {
    text: 'the Docker ID with a personal access token; the name of the organisation with an organisation access token',
    rules: [{ match: /^[^@]*$/, write: 'the Docker ID, not the e-mail address', strength: 'usual' }],
  },
  lifetime: { text: 'until revoked, or the expiry date chosen for the token' },
  path: { parts: ['namespace', 'repository'], nested: false, text: 'A name of one part is `library/NAME`.' },
  link: 'https://docs.docker.com/docker-hub/usage/pulls/',
  checked: '2026-11',
  evidence: { hosts: 'run', username: 'docs', lifetime: 'unverified', path: 'run', anonymous: 'docs' },
  guide: {
    factory: 'Registry.dockerHub()',
    prefix: 'DOCKERHUB',
    evidence: 'docs',
    create: [
      'For a team: an **organisation access token** with the scope _Image Pull_ on the repositories that the cluster runs; its username is the name of the organisation.',
      "For one person: a **personal access token** that is read-only. Never the account's password.",
    ],
    pitfalls: [
      'The server key has a final slash: with `https://index.docker.io/v1` the kubelet finds nothing. `registry-1.docker.io` and `hub.docker.com` are not keys either.',
      "`Registry.dockerHub({ namespace: 'acme' })` writes `docker.io/acme/`, the only form that the kubelet scopes by; the Docker CLI does not read it. It also hides an unscoped login for `acme/*`: the kubelet tries `index.docker.io` only when no other key matched.",
      'A wrong login also breaks public images: after a credential matched, the kubelet tries no anonymous pull.',
      'Pulls without a login are limited (100 in 6 hours for an address; 200 for a Personal account) and answer 429 beyond.',
    ],
  },
  samples: ['docker.io', 'index.docker.io', 'registry-1.docker.io'],
  misses: ['hub.docker.com', 'docker.com', 'docker.io.example.com', 'xdocker.io', 'auth.docker.io'],
};

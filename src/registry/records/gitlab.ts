import { AnonymousAccess } from '../anonymous-access';
import type { RegistryRecord } from '../registry-record';

export const gitlab: RegistryRecord = {
  id: 'gitlab',
  name: 'GitLab Container Registry',
  hosts: [/^registry\.gitlab\.com$/],
  matchImages: ['registry.gitlab.com'],
  mistakes: [
    {
      host: /^gitlab\.com$/,
      why: 'it serves no images',
      writeServer: 'registry.gitlab.com',
      writeImageHost: 'registry.gitlab.com',
    },
  ],
  anonymous: AnonymousAccess.POSSIBLE,
  username: {
    text: '`gitlab+deploy-token-N` (or the name chosen) with a deploy token; any user with a personal, group or project access token',
    rules: [
      {
        when: /^gitlab.?deploy-token/,
        match: /^(?:gitlab\+deploy-token-[0-9]+|gitlab-deploy-token)$/,
        write: "'gitlab+deploy-token-N' with the number that GitLab shows",
        strength: 'usual',
      },
    ],
  },
  lifetime: { text: 'deploy token: until revoked, or the expiry date chosen; CI job token: as long as the job' },
  path: { parts: ['group', 'project'], nested: true, text: 'Subgroups come between; an image name may follow.' },
  link: 'https://docs.gitlab.com/user/packages/container_registry/authenticate_with_container_registry/',
  checked: '2026-11',
  evidence: { hosts: 'docs', username: 'source', lifetime: 'docs', path: 'unverified', anonymous: 'docs' },
  guide: {
    factory: "Registry.gitlab({ group: 'acme/platform' })",
    prefix: 'GITLAB',
    evidence: 'docs',
    create: ['A group or project **deploy token** with the one scope `read_registry`.'],
    pitfalls: [
      '`CI_REGISTRY_PASSWORD` dies with the job: never put it into a Secret.',
      "Own installation: `Registry.gitlab({ host: 'registry.example.com' })`, with the port if the registry has one (`gitlab.example.com:5050`).",
      'OpenShift image imports also ask for `gitlab.com`; the kubelet does not.',
    ],
  },
  samples: ['registry.gitlab.com'],
  misses: ['gitlab.com', 'registry.gitlab.com.example.com', 'registry.gitlab.example.com', 'xregistry.gitlab.com'],
};

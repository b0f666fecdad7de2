import { AnonymousAccess } from '../anonymous-access';
import type { RegistryRecord } from '../registry-record';

export const chainguard: RegistryRecord = {
  id: 'chainguard',
  name: 'Chainguard',
  hosts: [/^cgr\.dev$/],
  matchImages: ['cgr.dev'],
  anonymous: AnonymousAccess.POSSIBLE,
  username: {
    text: 'a pull token, `organization-id/token-id`; `_token` with a short-lived token',
    rules: [
      { match: /^(?:_token|[^/]+\/[^/]+)$/, write: "the pull token's 'organization-id/token-id'", strength: 'usual' },
    ],
  },
  lifetime: { seconds: 2_592_000, text: 'pull token: 30 days unless chosen otherwise' },
  path: { parts: ['organization', 'image'], nested: true },
  link: 'https://edu.chainguard.dev/chainguard/chainguard-images/chainguard-registry/authenticating/',
  checked: '2026-11',
  evidence: { hosts: 'published', username: 'published', lifetime: 'docs', path: 'published', anonymous: 'unverified' },
  guide: {
    factory: "Registry.chainguard({ organization: 'acme.example' })",
    prefix: 'CHAINGUARD',
    evidence: 'published',
    create: ['`chainctl auth pull-token --parent=ORGANIZATION --ttl=720h`: it can only pull.'],
    pitfalls: ['The pull token ends after 30 days by default: note the date.'],
  },
  samples: ['cgr.dev'],
  misses: ['images.cgr.dev', 'cgr.dev.example.com', 'xcgr.dev', 'chainguard.dev'],
};

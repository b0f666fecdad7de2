import { AnonymousAccess } from '../anonymous-access';
import type { RegistryRecord } from '../registry-record';

export const quay: RegistryRecord = {
  id: 'quay',
  name: 'Quay',
  hosts: [/^quay\.io$/],
  matchImages: ['quay.io'],
  anonymous: AnonymousAccess.POSSIBLE,
  username: {
    text: 'a robot account, `organization+robot`; `$oauthtoken` with an OAuth token (not yet verified)',
    rules: [
      {
        match: /^(?:[a-z0-9][a-z0-9._-]*\+[a-z0-9][a-z0-9._-]*|\$[a-z]+)$/,
        write: "a robot account such as 'acme+puller'",
        strength: 'usual',
      },
    ],
  },
  lifetime: { seconds: 3_600, text: 'robot: until its token is regenerated; keyless (federated) robot: about 1 hour' },
  path: { parts: ['namespace', 'repository'], nested: true },
  link: 'https://docs.projectquay.io/use_quay.html',
  checked: '2026-11',
  evidence: { hosts: 'docs', username: 'docs', lifetime: 'unverified', path: 'docs', anonymous: 'docs' },
  guide: {
    factory: "Registry.quay({ organization: 'acme' })",
    prefix: 'QUAY',
    evidence: 'unverified',
    create: [
      'A robot account of the organisation with the permission _Read_ on the repositories that the cluster runs.',
    ],
    pitfalls: [
      'The username holds a `+`, and `$oauthtoken` a dollar sign: quote both in shells and charts.',
      "Own installation: `Registry.quay({ host: 'quay.example.com' })`.",
    ],
  },
  samples: ['quay.io'],
  misses: ['cdn.quay.io', 'quay.io.example.com', 'quay.example.com', 'xquay.io'],
};

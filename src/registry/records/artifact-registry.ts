import { AnonymousAccess } from '../anonymous-access';
import type { RegistryRecord, TokenLifetime, UsernameConvention } from '../registry-record';

/** What both Google registries take: the helpers of gcloud send names such as `_dcgcloud_token`. */
export const googleUsername: UsernameConvention = {
  text: '`_json_key` with a service account key, `_json_key_base64` with the same key in base64, `oauth2accesstoken` (or `_token`) with an access token',
  rules: [
    {
      match: /^(?:_json_key|_json_key_base64|oauth2accesstoken|_token|_dcg[a-z0-9_]{1,32}_token)$/,
      write: "'_json_key_base64', '_json_key' or 'oauth2accesstoken'",
      strength: 'certain',
    },
  ],
};

/** How long what both take lives. */
export const googleLifetime: TokenLifetime = {
  seconds: 3_600,
  text: 'access token: about 60 minutes; service account key: until deleted',
  token: {
    username: /^(?:oauth2accesstoken|_token|_dcg[a-z0-9_]{1,32}_token)$/,
    text: 'a Google access token, which lives about an hour',
  },
};

export const artifactRegistry: RegistryRecord = {
  id: 'artifact-registry',
  name: 'Google Artifact Registry',
  hosts: [/^[a-z][a-z0-9-]*-docker\.pkg\.dev$/],
  matchImages: ['*-docker.pkg.dev'],
  anonymous: AnonymousAccess.POSSIBLE,
  username: googleUsername,
  lifetime: googleLifetime,
  path: { parts: ['project', 'repository', 'image'], nested: true },
  link: 'https://cloud.google.com/artifact-registry/docs/docker/authentication',
  checked: '2026-11',
  evidence: { hosts: 'source', username: 'source', lifetime: 'docs', path: 'published', anonymous: 'unverified' },
  guide: {
    factory: "Registry.artifactRegistry({ location: 'europe-west1', project: 'acme-prod', repository: 'images' })",
    prefix: 'ARTIFACT_REGISTRY',
    evidence: 'unverified',
    create: [
      'Prefer no Secret at all: on GKE the service account of the nodes with `roles/artifactregistry.reader`.',
      'Else a service account with `roles/artifactregistry.reader` on the one repository, and a key of it as `_json_key_base64` (`base64 -w0 key.json`).',
    ],
    pitfalls: [
      'A `_json_key` password holds newlines and quotes; `_json_key_base64` has neither.',
      'An access token lives about an hour: it needs something that refreshes the Secret.',
      'An image has three parts after the host: project, repository, image.',
    ],
  },
  samples: ['europe-west1-docker.pkg.dev', 'us-docker.pkg.dev', 'us-east4-docker.pkg.dev'],
  misses: [
    'europe-west1-npm.pkg.dev',
    'docker.pkg.dev',
    '-docker.pkg.dev',
    'a.us-docker.pkg.dev',
    'us-docker.pkg.dev.example.com',
  ],
};

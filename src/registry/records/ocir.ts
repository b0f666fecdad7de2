import { AnonymousAccess } from '../anonymous-access';
import type { RegistryRecord } from '../registry-record';

export const ocir: RegistryRecord = {
  id: 'ocir',
  name: 'Oracle Cloud Infrastructure Registry',
  hosts: [
    /^(?:[a-z]{3}|[a-z]+(?:-[a-z]+)+-[0-9])\.ocir\.io$/,
    /^ocir\.[a-z]+(?:-[a-z]+)+-[0-9]\.oci\.oraclecloud\.com$/,
  ],
  matchImages: ['*.ocir.io', 'ocir.*.oci.oraclecloud.com'],
  anonymous: AnonymousAccess.POSSIBLE,
  username: {
    text: '`tenancy-namespace/user`; for a federated user `tenancy-namespace/oracleidentitycloudservice/user` (not yet verified)',
    rules: [{ match: /^[^/]+(?:\/[^/]+)+$/, write: "'tenancy-namespace/user'", strength: 'certain' }],
  },
  lifetime: { text: 'auth token: until revoked' },
  path: { parts: ['tenancy-namespace', 'repository'], nested: true },
  link: 'https://docs.oracle.com/iaas/Content/Registry/Tasks/registrypullingimagesfromocir.htm',
  checked: '2026-11',
  evidence: { hosts: 'docs', username: 'published', lifetime: 'unverified', path: 'docs', anonymous: 'unverified' },
  guide: {
    factory: "Registry.ocir({ region: 'fra', tenancyNamespace: 'axacme' })",
    prefix: 'OCIR',
    evidence: 'unverified',
    create: [
      'A user of its own whose group has only `Allow group Pullers to read repos in compartment …`, and an auth token of it.',
    ],
    pitfalls: [
      'The username starts with the tenancy **namespace**, not the name of the tenancy.',
      '`fra.ocir.io`, `eu-frankfurt-1.ocir.io` and `ocir.eu-frankfurt-1.oci.oraclecloud.com` are three hosts to the kubelet: log in to the one that the images are named by.',
    ],
  },
  samples: [
    'fra.ocir.io',
    'eu-frankfurt-1.ocir.io',
    'uk-gov-london-1.ocir.io',
    'ocir.us-ashburn-1.oci.oraclecloud.com',
  ],
  misses: [
    'ocir.io',
    'frankfurt.ocir.io',
    'a.fra.ocir.io',
    'fra.ocir.io.example.com',
    'ocir.us-ashburn-1.oraclecloud.com',
  ],
};

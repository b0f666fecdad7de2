import { AnonymousAccess } from '../anonymous-access';
import type { RegistryRecord } from '../registry-record';

export const ibmEntitled: RegistryRecord = {
  id: 'ibm-entitled',
  name: 'IBM Entitled Registry',
  hosts: [/^cp\.icr\.io$/],
  matchImages: ['cp.icr.io'],
  anonymous: AnonymousAccess.NEVER,
  username: {
    text: 'the literal `cp`',
    rules: [{ match: /^cp$/, write: "'cp'", strength: 'usual' }],
  },
  lifetime: { text: 'entitlement key: until replaced' },
  path: { parts: ['product', 'image'], nested: true },
  link: 'https://myibm.ibm.com/products-services/containerlibrary',
  checked: '2026-11',
  evidence: {
    hosts: 'published',
    username: 'published',
    lifetime: 'unverified',
    path: 'unverified',
    anonymous: 'unverified',
  },
  guide: {
    factory: 'Registry.ibmEntitled()',
    prefix: 'IBM_ENTITLEMENT',
    evidence: 'published',
    create: ['The entitlement key of the container software library of the IBM account.'],
    pitfalls: ['IBM operators look for the Secret under the name `ibm-entitlement-key`.'],
  },
  samples: ['cp.icr.io'],
  misses: ['icr.io', 'cp.us.icr.io', 'cp.icr.io.example.com'],
};

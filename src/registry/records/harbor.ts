import { AnonymousAccess } from '../anonymous-access';
import type { RegistryRecord } from '../registry-record';

export const harbor: RegistryRecord = {
  id: 'harbor',
  name: 'Harbor',
  hosts: [],
  matchImages: [],
  anonymous: AnonymousAccess.POSSIBLE,
  username: {
    text: 'a robot account: `robot$project+name` of a project, `robot$name` of the system; the prefix can be configured',
    rules: [
      {
        when: /^robot/,
        match: /^robot\$[a-z0-9._-]+(?:\+[a-z0-9._-]+)?$/,
        write: "'robot$project+name' (in quotes, or a shell takes '$project' for a variable)",
        strength: 'usual',
      },
    ],
  },
  lifetime: { text: 'the number of days chosen for the robot account, or for ever' },
  path: { parts: ['project', 'repository'], nested: true },
  link: 'https://goharbor.io/docs/main/working-with-projects/project-configuration/create-robot-accounts/',
  checked: '2026-11',
  evidence: { hosts: 'docs', username: 'published', lifetime: 'docs', path: 'docs', anonymous: 'docs' },
  guide: {
    factory: "Registry.harbor({ host: 'harbor.example.com', project: 'acme' })",
    prefix: 'HARBOR',
    evidence: 'docs',
    create: ['A robot account of the one project with the permission _Pull Repository_ and nothing else.'],
    pitfalls: [
      'The `$` of the username is eaten by shells, Helm and compose files: quote it.',
      'A robot account has an expiry in days: note the date, or choose never and rotate by hand.',
      'A port is part of the host: `harbor.example.com:8443` and `harbor.example.com` are two registries to the kubelet.',
    ],
  },
  samples: [],
  misses: ['harbor.example.com', 'goharbor.io'],
};

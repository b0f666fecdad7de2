import { AnonymousAccess } from '../anonymous-access';
import type { RegistryRecord } from '../registry-record';
import { UNVERIFIED } from '../unverified';
import { noLogin } from './no-login';

export const googleMirror: RegistryRecord = {
  ...noLogin,
  id: 'google-mirror',
  name: 'Google mirror of Docker Hub',
  hosts: [/^mirror\.gcr\.io$/],
  matchImages: ['mirror.gcr.io'],
  anonymous: AnonymousAccess.ALWAYS,
  path: { parts: ['image'], nested: true },
  link: 'https://cloud.google.com/artifact-registry/docs/pull-cached-dockerhub-images',
  checked: '2026-11',
  evidence: UNVERIFIED,
  samples: ['mirror.gcr.io'],
  misses: ['gcr.io', 'eu.gcr.io', 'mirror.gcr.io.example.com'],
};

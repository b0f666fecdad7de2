import type { RegistryRecord } from '../registry-record';

/** The part of a record that is the same wherever nobody logs in. */
export const noLogin: Pick<RegistryRecord, 'username' | 'lifetime'> = {
  username: { text: 'none: every image is public' },
  lifetime: { text: 'none' },
};

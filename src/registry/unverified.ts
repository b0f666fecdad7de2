import type { Evidence, FactName } from './registry-record';

/** The evidence of a record of which nobody has checked anything yet. */
export const UNVERIFIED: Readonly<Record<FactName, Evidence>> = {
  hosts: 'unverified',
  username: 'unverified',
  lifetime: 'unverified',
  path: 'unverified',
  anonymous: 'unverified',
};

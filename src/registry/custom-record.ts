import { RegcredError, requireOptions } from '../error';
import { AnonymousAccess } from './anonymous-access';
import type { CustomRegistryOptions } from './registry-options';
import type { RegistryRecord } from './registry-record';
import { UNVERIFIED } from './unverified';

/** The record of a host that the catalogue does not know: nothing is certain. */
export function unknownRecord(host: string): RegistryRecord {
  return {
    id: 'custom',
    name: host,
    hosts: [],
    matchImages: [],
    anonymous: AnonymousAccess.POSSIBLE,
    username: { text: 'as the registry wants it' },
    lifetime: { text: 'as the registry has it' },
    path: { parts: ['image'], nested: true },
    link: '',
    checked: '',
    evidence: UNVERIFIED,
    samples: [],
    misses: [],
  };
}

/** A record with what its user knows better. */
export function customRecord(record: RegistryRecord, options: CustomRegistryOptions): RegistryRecord {
  const {
    name = record.name,
    link = record.link,
    tokenLifetime: seconds,
  } = requireOptions(options, "Registry.custom('registry.example.com', { name: 'Acme' })");
  if (seconds !== undefined && !(Number.isInteger(seconds) && seconds > 0)) {
    throw new RegcredError(
      'registry-token-lifetime',
      `tokenLifetime must be a whole number of seconds above 0: got ${seconds}`,
    );
  }
  const lifetime = seconds === undefined ? record.lifetime : { seconds, text: `${seconds} seconds` };
  return { ...record, name, link, lifetime };
}

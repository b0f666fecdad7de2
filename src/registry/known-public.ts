import { AnonymousAccess } from './anonymous-access';
import type { RegistryRecord } from './registry-record';

/** Whether a repository is known to come without a login. */
export function isKnownPublic({ anonymous, publicRepositories = [] }: RegistryRecord, repository: string): boolean {
  return anonymous === AnonymousAccess.ALWAYS || publicRepositories.some((pattern) => pattern.test(repository));
}

import { RegcredError } from '../error';
import { normalizeServerKey } from '../keyring';

/** A server key as the kubelet reads it. */
export function keyAsRead(serverKey: string): string {
  return normalizeServerKey(serverKey) ?? serverKey;
}

/**
 * Refuses two keys of one Secret that the kubelet reads as one: which of their logins it takes, nobody can foretell.
 *
 * @throws RegcredError `docker-config-duplicate-key`
 */
export function refuseSameKey(serverKeys: readonly string[]): void {
  const seen = new Set<string>();
  for (const serverKey of serverKeys) {
    const key = keyAsRead(serverKey);
    if (seen.has(key)) {
      throw new RegcredError(
        'docker-config-duplicate-key',
        `two logins of one pull secret have the server key '${serverKey}', and a docker config holds one of them: ` +
          'limit each to its own path, or put the other into a pull secret of its own',
      );
    }
    seen.add(key);
  }
}

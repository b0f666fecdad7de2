import { parseSecretName } from '../../kubernetes';
import { parseServerKey } from '../../registry';
import type { PullSecretStrategy } from '../pull-secret-strategy';

/** Properties of `PullSecret.existing`. */
export interface ExistingPullSecretProps {
  /**
   * Server keys that the Secret holds, such as `ghcr.io/acme/`; the pull check counts on them.
   *
   * @default - whatever is asked for
   */
  readonly covers?: string[];
}

/** A Secret that somebody else makes: only its name is used. */
export function existing(name: string, { covers = [] }: ExistingPullSecretProps = {}): PullSecretStrategy {
  const serverKeys = covers.map(parseServerKey);
  return { name: parseSecretName(name), logins: [], covers: () => serverKeys, documents: () => [] };
}

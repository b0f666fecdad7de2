import type { IgnoredDifference } from './argo-cd';
import { Platform } from './platform';

/** An account of one namespace. */
interface Account {
  readonly name: string;
  readonly namespace: string;
}

/**
 * What other controllers write into the accounts that Git has: the list of tokens, and on OpenShift the list of pull secrets too.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/diffing/
 */
export function ignoredDifferences(accounts: readonly Account[], platform?: Platform): IgnoredDifference[] {
  const jsonPointers = platform === Platform.OPENSHIFT ? ['/imagePullSecrets', '/secrets'] : ['/secrets'];
  return accounts.map(({ name, namespace }) => ({ group: '', kind: 'ServiceAccount', name, namespace, jsonPointers }));
}

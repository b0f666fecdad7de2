import type { KubernetesObject } from '../kubernetes';

const SYNC_WAVE = 'argocd.argoproj.io/sync-wave';

/** The order in which Argo CD applies things; workloads are in wave 0, as everything without the annotation. */
const WAVES: Readonly<Record<string, number>> = { Namespace: -3, Secret: -2 };
/**
 * Accounts, and what makes Secrets. They share a wave, since Argo CD waits after each until all of it is healthy: what makes a Secret with a
 * token of one of the accounts is not healthy before the account is there.
 */
const LAST_WAVE = -1;

/**
 * A Secret that is copied: Argo CD neither prunes it with its copies, nor calls the app out of sync for copies that carry its tracking labels.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/compare-options/
 */
export const ARGO_CD_SOURCE: Readonly<Record<string, string>> = {
  'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
  'argocd.argoproj.io/sync-options': 'Prune=false',
};

/**
 * The document in its wave: namespaces, then Secrets, then accounts and what makes Secrets, so that no pod is made before what it is bound to.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/
 */
export function withSyncWave(document: KubernetesObject): KubernetesObject {
  const { metadata, kind } = document;
  return { ...document, metadata: { ...metadata, annotations: { ...syncWave(kind), ...metadata.annotations } } };
}

/** The annotation with the wave of a kind. */
export function syncWave(kind: string): Readonly<Record<string, string>> {
  return { [SYNC_WAVE]: String(WAVES[kind] ?? LAST_WAVE) };
}

/** A difference that Argo CD is to overlook, as an entry of `spec.ignoreDifferences`. */
export interface IgnoredDifference {
  /** API group; empty for the core group. */
  readonly group: string;
  /** Kind. */
  readonly kind: string;
  /** Name. @default - any */
  readonly name?: string;
  /** Namespace. @default - any */
  readonly namespace?: string;
  /** What is overlooked, as JSON pointers. */
  readonly jsonPointers: string[];
}

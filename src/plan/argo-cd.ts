import type { KubernetesObject } from '../kubernetes';

const SYNC_WAVE = 'argocd.argoproj.io/sync-wave';

/**
 * The order in which Argo CD applies things; workloads are in wave 0, as everything without the annotation. Accounts come before Secrets:
 * a wave ends when all of it is healthy, and what makes a Secret may ask for its token as one of them.
 */
const WAVES: Readonly<Record<string, number>> = { Namespace: -3, ServiceAccount: -2 };
/** Secrets, and what makes them. */
const SECRET_WAVE = -1;

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
 * The document in its wave: namespaces, then accounts, then Secrets, so that no pod is made before what it is bound to.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/
 */
export function withSyncWave(document: KubernetesObject): KubernetesObject {
  const { metadata, kind } = document;
  return { ...document, metadata: { ...metadata, annotations: { ...syncWave(kind), ...metadata.annotations } } };
}

/** The annotation with the wave of a kind. */
export function syncWave(kind: string): Readonly<Record<string, string>> {
  return { [SYNC_WAVE]: String(WAVES[kind] ?? SECRET_WAVE) };
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

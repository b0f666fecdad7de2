import { RegcredError } from '../error';
import type { KubernetesObject } from '../kubernetes';

/** What one service account of one namespace is to become. */
export interface ServiceAccountPlan {
  readonly namespace: string;
  readonly name: string;
  /** True where the account is ours, false where somebody else makes it and we only write its list. */
  readonly creates: boolean;
  /** Names of the pull secrets, in order; empty where the list is left alone. */
  readonly pullSecrets: readonly string[];
  readonly automountServiceAccountToken?: boolean;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/**
 * What two declarations for one account come to: the union of their lists, since the list is atomic and the last document
 * would win.
 */
export function mergeServiceAccounts(first: ServiceAccountPlan, second: ServiceAccountPlan): ServiceAccountPlan {
  const [ours, theirs] = [first.automountServiceAccountToken, second.automountServiceAccountToken];
  if (ours !== undefined && theirs !== undefined && ours !== theirs) {
    throw conflict(first, 'its declarations differ in automountServiceAccountToken: give both the same value');
  }
  return {
    ...first,
    // to patch is to leave the making to somebody else, who may be another construct of the app
    creates: first.creates || second.creates,
    automountServiceAccountToken: ours ?? theirs,
    pullSecrets: [...new Set([...first.pullSecrets, ...second.pullSecrets])],
    labels: mergeMaps(first, 'labels', second),
    annotations: mergeMaps(first, 'annotations', second),
  };
}

/** The document of an account, as it is applied over what is there. */
export function serviceAccountDocument(plan: ServiceAccountPlan): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: {
      name: plan.name,
      namespace: plan.namespace,
      ...(plan.labels && { labels: plan.labels }),
      ...(plan.annotations && { annotations: plan.annotations }),
    },
    ...(plan.automountServiceAccountToken !== undefined && {
      automountServiceAccountToken: plan.automountServiceAccountToken,
    }),
    // an empty list would wipe what others wrote: nothing to add means no field
    ...(plan.pullSecrets.length > 0 && { imagePullSecrets: plan.pullSecrets.map((name) => ({ name })) }),
  };
}

function mergeMaps(first: ServiceAccountPlan, field: 'labels' | 'annotations', second: ServiceAccountPlan) {
  const [ours, theirs] = [first[field], second[field]];
  for (const [key, value] of Object.entries(theirs ?? {})) {
    const other = ours?.[key];
    if (other !== undefined && other !== value) {
      throw conflict(first, `its declarations differ in ${field}['${key}']: got '${other}' and '${value}', keep one`);
    }
  }
  return ours || theirs ? { ...ours, ...theirs } : undefined;
}

function conflict(plan: ServiceAccountPlan, why: string): RegcredError {
  return new RegcredError(
    'service-account-conflict',
    `service account '${plan.name}' in namespace '${plan.namespace}' is bound twice, and ${why}`,
  );
}

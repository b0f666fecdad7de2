import type { ClusterModel } from './model/cluster-model';
import type { WorkloadModel } from './model/workload-model';
import type { PullSecretOrigin } from './verdict';

/** The pull secrets that a pod ends up with. */
export interface AdmittedPullSecrets {
  /** Names in order, as admission leaves them: an empty one stays. */
  readonly names: readonly string[];
  readonly from: PullSecretOrigin;
}

const NOTHING: AdmittedPullSecrets = { names: [], from: 'none' };

/**
 * What the ServiceAccount admission controller makes of a pod's list when the pod is created: the account's list is copied only
 * where the pod's own is empty, and the two are never merged. `[{}]` is not empty. A static pod is admitted by no one, and
 * reads no Secret.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/#serviceaccount-admission-controller
 */
export function admitPullSecrets(workload: WorkloadModel, model: ClusterModel): AdmittedPullSecrets {
  if (workload.isStatic) return NOTHING;
  if (workload.pullSecrets.length > 0) return { names: workload.pullSecrets, from: 'pod' };
  const names = model.pullSecretsOf(workload.ref.namespace, workload.serviceAccount);
  return names.length === 0 ? NOTHING : { names, from: 'service-account' };
}

import type { ClusterModel } from './model/cluster-model';
import type { WorkloadModel } from './model/workload-model';
import type { PullSecretOrigin } from './verdict';

/** The pull secrets that a pod ends up with. */
export interface AdmittedPullSecrets {
  /** Names in order, as admission leaves them: an empty one stays. */
  readonly names: readonly string[];
  readonly from: PullSecretOrigin;
  /** Those that policies add on conditions, which are believed to hold. */
  readonly believed: readonly string[];
}

const NOTHING: AdmittedPullSecrets = { names: [], from: 'none', believed: [] };

/**
 * What admission makes of a pod's list when the pod is created. The ServiceAccount controller copies the account's list only where the pod's
 * own is empty, and the two are never merged; `[{}]` is not empty. Policies that add to the list come after it. A static pod is admitted by
 * no one, and reads no Secret.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/#serviceaccount-admission-controller
 */
export function admitPullSecrets(workload: WorkloadModel, model: ClusterModel): AdmittedPullSecrets {
  const { isStatic, ref, serviceAccount, pullSecrets } = workload;
  return isStatic ? NOTHING : admitTo(ref.namespace, serviceAccount, model, pullSecrets);
}

/** The same for a pod that runs as an account of a namespace, with a list of its own or without one. */
export function admitTo(
  namespace: string,
  account: string,
  model: ClusterModel,
  own: readonly string[] = [],
): AdmittedPullSecrets {
  const copied = own.length > 0 ? own : model.pullSecretsOf(namespace, account);
  const names = model.withAdded(namespace, copied);
  if (names.length === 0) return NOTHING;
  const believed = model.believedOf(namespace, account).filter((name) => !own.includes(name));
  if (own.length > 0) return { names, from: 'pod', believed };
  return { names, from: copied.length > 0 ? 'service-account' : 'policy', believed };
}

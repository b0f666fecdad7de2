import type { JsonPath } from '../manifest';
import type { CheckedCluster, CheckedPod } from './checked-cluster';
import { inPodSpec } from './checked-cluster';
import type { ObjectRef } from './model/object-ref';

/** A name in a list of pull secrets: a pod's own, or a ServiceAccount's. */
export interface PullSecretReference {
  readonly name: string;
  readonly on: ObjectRef;
  readonly path: JsonPath;
  /** The pods that end up with it. */
  readonly pods: readonly CheckedPod[];
}

/** Every reference to a pull secret, where it is written: an account's once, however many pods have it from there. */
export function* referencesIn(cluster: CheckedCluster): Generator<PullSecretReference> {
  for (const pod of cluster.pods) {
    if (pod.workload.isStatic) continue;
    for (const [index, name] of pod.workload.pullSecrets.entries()) {
      yield { name, on: pod.workload.ref, path: inPodSpec(pod, 'imagePullSecrets', index, 'name'), pods: [pod] };
    }
  }
  for (const { ref, pullSecrets } of cluster.model.accounts) {
    const pods = cluster.podsOf(ref.namespace, ref.name).filter(({ admitted }) => admitted.from === 'service-account');
    for (const [index, name] of pullSecrets.entries()) {
      yield { name, on: ref, path: ['imagePullSecrets', index, 'name'], pods };
    }
  }
}

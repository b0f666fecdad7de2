import type { CheckedCluster, CheckedImage, CheckedPod } from '../checked-cluster';
import { inPodSpec, lackingImages } from '../checked-cluster';
import type { Hit, Rule } from '../rule';
import { SERVICE_ACCOUNT_ADMISSION } from './links';

/** A pod whose own list keeps the ServiceAccount's out. */
export const shadowedServiceAccountSecrets: Rule = {
  id: 'shadowed-service-account-secrets',
  why: "admission copies the ServiceAccount's pull secrets only into a pod that lists none: the two lists are never merged",
  link: SERVICE_ACCOUNT_ADMISSION,
  *check(cluster) {
    for (const pod of cluster.pods) {
      const { ref, serviceAccount, pullSecrets } = pod.workload;
      if (pod.admitted.from !== 'pod' || pullSecrets.every((name) => name === '')) continue;
      const listed = cluster.model.pullSecretsOf(ref.namespace, serviceAccount);
      const account = cluster.model.account(ref.namespace, serviceAccount);
      const foreign = pullSecrets.filter((name) => name !== '' && !listed.includes(name));
      if (account?.enforcesItsList && foreign.length > 0) yield refused(pod, foreign);
      const lost = listed.filter((name) => name !== '' && !pullSecrets.includes(name));
      if (lost.length > 0) yield shadowed(pod, lost, cluster);
    }
  },
};

function shadowed(pod: CheckedPod, lost: readonly string[], cluster: CheckedCluster): Hit {
  const { ref, serviceAccount, pullSecrets } = pod.workload;
  const names = quoted(lost);
  const images = imagesOf(lost, pod, cluster);
  return {
    severity: images.length > 0 ? 'error' : 'info',
    on: ref,
    path: inPodSpec(pod, 'imagePullSecrets'),
    message: `the pod lists ${quoted(pullSecrets)} itself, so ${names} of ServiceAccount '${serviceAccount}' ${lost.length === 1 ? 'does' : 'do'} not reach it`,
    fix: `add ${names} to the pod's list, or leave the list out`,
    images,
  };
}

/** The images without a login that would have one if the pod had the account's Secrets. */
function imagesOf(lost: readonly string[], pod: CheckedPod, { contextOf }: CheckedCluster): readonly CheckedImage[] {
  const lacking = lackingImages([pod]);
  if (lacking.length === 0) return lacking;
  const other = contextOf(pod.workload.ref.namespace, lost);
  return lacking.filter(({ reference }) => reference !== undefined && other.decide(reference).verdict !== 'missing');
}

function refused(pod: CheckedPod, foreign: readonly string[]): Hit {
  const { ref, serviceAccount } = pod.workload;
  return {
    severity: 'error',
    on: ref,
    path: inPodSpec(pod, 'imagePullSecrets'),
    message: `ServiceAccount '${serviceAccount}' enforces its list of Secrets, and ${quoted(foreign)} of the pod is not in it: the API server refuses the pod`,
    fix: `add ${quoted(foreign)} to imagePullSecrets of ServiceAccount '${serviceAccount}'`,
  };
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(', ');
}

import { KubernetesVersion } from '../../kubernetes';
import { inPodSpec, lackingImages } from '../checked-cluster';
import type { Rule } from '../rule';
import { STATIC_PODS } from './links';

/** From here on the kubelet refuses such a pod. */
const REFUSED_SINCE = KubernetesVersion.parse('1.34');

/** A static pod that names pull secrets. */
export const staticPodWithSecrets: Rule = {
  id: 'static-pod-with-secrets',
  why: 'the kubelet makes a static pod out of a file, without the API server, and it may refer to no Secret',
  link: STATIC_PODS,
  *check({ pods, version }) {
    for (const pod of pods) {
      const { ref, isStatic, pullSecrets } = pod.workload;
      if (!isStatic || pullSecrets.length === 0) continue;
      const consequence = version.isBefore(REFUSED_SINCE) ? 'the kubelet does not use them' : 'the kubelet refuses it';
      yield {
        severity: 'error',
        on: ref,
        path: inPodSpec(pod, 'imagePullSecrets'),
        message: `static pod '${ref.name}' names pull secrets: ${consequence}`,
        fix: "leave imagePullSecrets out, and give the node the login: a credential provider, or the kubelet's config.json",
        images: lackingImages([pod]),
      };
    }
  },
};

import { inPodSpec, lackingImages } from '../checked-cluster';
import type { Rule } from '../rule';
import { STATIC_PODS } from './links';

/** The minor version from which the kubelet refuses such a pod. */
const REFUSED_SINCE = 34;

/** A static pod that names pull secrets. */
export const staticPodWithSecrets: Rule = {
  id: 'static-pod-with-secrets',
  why: 'the kubelet makes a static pod out of a file, without the API server, and it may refer to no Secret',
  link: STATIC_PODS,
  *check({ pods, minor }) {
    for (const pod of pods) {
      const { ref, isStatic, pullSecrets } = pod.workload;
      if (!isStatic || pullSecrets.length === 0) continue;
      const consequence = minor >= REFUSED_SINCE ? 'the kubelet refuses it' : 'the kubelet does not use them';
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

import type { CheckedPod } from './checked-cluster';
import { imagePath } from './checked-cluster';
import { locationIn } from './model/object-ref';
import type { ImageVerdict } from './verdict';

/** The verdicts of a report: one for each image of each pod. */
export function verdictsOf(pods: readonly CheckedPod[]): ImageVerdict[] {
  return pods.flatMap((pod) => {
    const { workload, admitted, images } = pod;
    const { ref, serviceAccount } = workload;
    return images.map(({ use, text, decision }) => ({
      namespace: ref.namespace,
      kind: ref.kind,
      name: ref.name,
      container: use.container,
      image: text,
      verdict: decision.verdict,
      role: use.role,
      why: decision.why,
      tried: decision.tried,
      serviceAccount,
      pullSecrets: admitted.names,
      pullSecretsFrom: admitted.from,
      location: locationIn(ref, imagePath(pod, use)),
    }));
  });
}

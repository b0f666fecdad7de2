import { Registry } from '../../registry';
import type { CheckedPod } from '../checked-cluster';
import { imagePath } from '../checked-cluster';
import type { Rule } from '../rule';
import { inSmallLetters } from '../small-letters';
import { PULL_SECRETS } from './links';

/** An image that needs a login, and a pod that has none for it. */
export const missingCredential: Rule = {
  id: 'missing-credential',
  why: 'the kubelet pulls without a login, and a private registry answers that with ImagePullBackOff',
  link: PULL_SECRETS,
  lastResort: true,
  *check({ pods }) {
    for (const pod of pods) {
      for (const image of pod.images) {
        const { use, text, reference, decision } = image;
        if (decision.verdict !== 'missing' || reference === undefined) continue;
        yield {
          severity: 'error',
          on: pod.workload.ref,
          path: imagePath(pod, use),
          message: `'${text}' has no credential: ${decision.why}`,
          fix:
            inSmallLetters(reference.name) ??
            `${wayOut(pod, Registry.forImage(reference.name).serverKey)}; if the image is public, declare '${reference.name}' public`,
          images: [image],
        };
      }
    }
  },
};

function wayOut({ workload, admitted }: CheckedPod, serverKey: string): string {
  const { serviceAccount, ref } = workload;
  const login = `a login for '${serverKey}'`;
  if (workload.isStatic) return `give the node ${login}: a static pod reads no Secret`;
  const names = admitted.names.filter((name) => name !== '').map((name) => `'${name}'`);
  if (names.length > 0) return `put ${login} into Secret ${names.join(' or ')} of namespace '${ref.namespace}'`;
  return `make a Secret with ${login} in namespace '${ref.namespace}', and name it in imagePullSecrets of ServiceAccount '${serviceAccount}' or of the pod`;
}

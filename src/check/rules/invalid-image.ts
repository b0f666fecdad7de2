import { imagePath } from '../checked-cluster';
import type { Rule } from '../rule';
import { IMAGE_NAMES } from './links';

/** An image that is no image name. */
export const invalidImage: Rule = {
  id: 'invalid-image',
  why: 'the kubelet pulls nothing for a name that it cannot read; the pod stays in InvalidImageName',
  link: IMAGE_NAMES,
  *check({ pods }) {
    for (const pod of pods) {
      for (const { use, text, fault } of pod.images) {
        if (fault === undefined) continue;
        const what = text === '' ? `container '${use.container}' has no image` : `'${text}' is no image name`;
        yield {
          severity: 'error',
          on: pod.workload.ref,
          path: imagePath(pod, use),
          message: `${what}: ${fault}`,
          fix: 'write REGISTRY/REPOSITORY:TAG',
        };
      }
    }
  },
};

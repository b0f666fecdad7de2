import { imagePath } from '../checked-cluster';
import type { Rule } from '../rule';
import { IMAGE_NAMES } from './links';

/** An image that is named by a tag alone. */
export const mutableTag: Rule = {
  id: 'mutable-tag',
  why: 'a tag can be moved to another image; a digest cannot',
  link: IMAGE_NAMES,
  *check({ pods }) {
    for (const pod of pods) {
      for (const { use, text, reference } of pod.images) {
        if (reference === undefined || reference.isPinned || reference.effectiveTag === 'latest') continue;
        yield {
          severity: 'info',
          on: pod.workload.ref,
          path: imagePath(pod, use),
          message: `'${text}' is named by a tag, without a digest`,
          fix: `write '${reference.familiarName}@sha256:…'`,
        };
      }
    }
  },
};

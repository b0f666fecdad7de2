import { imagePath } from '../checked-cluster';
import type { Rule } from '../rule';
import { IMAGE_NAMES } from './links';

/** An image without a tag, or with `latest`. */
export const latestTag: Rule = {
  id: 'latest-tag',
  why: "'latest' is another image tomorrow, and is pulled at every start: each start needs the registry and the login",
  link: IMAGE_NAMES,
  *check({ pods }) {
    for (const pod of pods) {
      for (const { use, text, reference } of pod.images) {
        if (reference === undefined || reference.isPinned || reference.effectiveTag !== 'latest') continue;
        yield {
          severity: 'warning',
          on: pod.workload.ref,
          path: imagePath(pod, use),
          message:
            reference.tag === undefined
              ? `'${text}' has no tag, which means 'latest'`
              : `'${text}' has the tag 'latest'`,
          fix: 'write the version, best with its digest',
        };
      }
    }
  },
};

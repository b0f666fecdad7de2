import { Registry } from '../../registry';
import { imagePath } from '../checked-cluster';
import type { Rule } from '../rule';
import { DOCKER_HUB_NAMES } from './links';

/** An image whose registry can have no repository of that name. */
export const impossibleRepository: Rule = {
  id: 'impossible-repository',
  why: 'the registry has no such repository, and refuses it in the words that it has for private ones: no login mends that',
  link: DOCKER_HUB_NAMES,
  *check({ pods }) {
    const problems = new Map<string, string | undefined>();
    for (const pod of pods) {
      for (const { use, reference } of pod.images) {
        if (reference === undefined) continue;
        const { name } = reference;
        if (!problems.has(name)) problems.set(name, Registry.forImage(name)._impossiblePath(reference));
        const message = problems.get(name);
        if (message === undefined) continue;
        yield {
          severity: 'warning', // a mirror that the nodes are told of may have other rules
          on: pod.workload.ref,
          path: imagePath(pod, use),
          message,
          fix: "name a repository that is there, or write the host of the registry that it is in before it, such as 'ghcr.io/'",
        };
      }
    }
  },
};

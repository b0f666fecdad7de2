import { RENDER_FIRST } from '../../manifest';
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
        yield {
          severity: 'error',
          on: pod.workload.ref,
          path: imagePath(pod, use),
          message: `${subjectOf(use.container, text, fault)}: ${fault}`,
          fix: isTemplate(use.image) ? RENDER_FIRST : 'write REGISTRY/REPOSITORY:TAG',
        };
      }
    }
  },
};

/** Who has no name, or what is none; most faults show what they got themselves. */
function subjectOf(container: string, text: string, fault: string): string {
  if (text === '') return `container '${container}' has no image`;
  return fault.includes(`got '${text}'`) ? `image of container '${container}'` : `'${text}' is no image name`;
}

/** A template that was not rendered: `{{ … }}` in a text, or without quotes, which YAML takes for a mapping. */
function isTemplate(image: unknown): boolean {
  return typeof image === 'string' ? image.includes('{{') : typeof image === 'object' && image !== null;
}

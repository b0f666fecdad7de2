import { type CheckedImage, lackingImages } from '../checked-cluster';
import type { RuntimeMark } from '../model/account-identity';
import type { Rule } from '../rule';
import { CREDENTIAL_PROVIDERS } from './links';

/** An account whose containers are somebody in a cloud, and whose images lie in that cloud without anybody who pulls them. */
export const runtimeIdentityCannotPull: Rule = {
  id: 'runtime-identity-cannot-pull',
  why: 'the kubelet pulls before the container exists: as the node, with a pull secret, or by an annotation of its own',
  link: CREDENTIAL_PROVIDERS,
  *check({ pods }) {
    const mistakes = new Map<RuntimeMark, { readonly account: string; readonly images: CheckedImage[] }>();
    for (const pod of pods) {
      for (const image of lackingImages([pod])) {
        if (image.mistaken === undefined) continue;
        const mistake = mistakes.get(image.mistaken) ?? { account: pod.workload.serviceAccount, images: [] };
        mistakes.set(image.mistaken, mistake);
        mistake.images.push(image);
      }
    }
    for (const [{ name, on, path, pullAnnotation }, { account, images }] of mistakes) {
      const more = images.length > 1 ? ` and ${images.length - 1} more` : '';
      yield {
        // what fails is said of each image, as missing-credential
        severity: 'warning',
        on,
        path,
        message: `${name} is who the containers of ServiceAccount '${account}' are, and does not pull '${images[0]?.text}'${more}`,
        fix:
          'where the nodes may pull the image, declare it with --node or nodeImages; where each account pulls for itself, ' +
          `annotate ServiceAccount '${account}' with ${pullAnnotation}; else bind a pull secret`,
      };
    }
  },
};

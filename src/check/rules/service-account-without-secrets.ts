import { DEFAULT_SERVICE_ACCOUNT } from '../../kubernetes';
import { type CheckedImage, lackingImages } from '../checked-cluster';
import { misplacedSecrets } from '../misplaced-secrets';
import type { Rule } from '../rule';
import { SERVICE_ACCOUNT_PULL_SECRETS } from './links';

/** A custom ServiceAccount that binds no pull secret, and pods that rely on it. */
export const serviceAccountWithoutSecrets: Rule = {
  id: 'service-account-without-secrets',
  why: "a custom ServiceAccount inherits nothing: binding pull secrets to 'default' does not reach its pods",
  link: SERVICE_ACCOUNT_PULL_SECRETS,
  *check({ model, podsOf }) {
    for (const account of model.accounts) {
      const { ref, pullSecrets } = account;
      if (ref.name === DEFAULT_SERVICE_ACCOUNT || pullSecrets.length > 0) continue;
      // another rule says what to do with these
      if (misplacedSecrets(account, model).length > 0) continue;
      const without = podsOf(ref.namespace, ref.name).filter(
        (pod) => pod.admitted.from === 'none' && !pod.workload.isStatic && pod.images.some(needsPullSecret),
      );
      const [first] = without;
      if (first === undefined) continue;
      const more = without.length > 1 ? ` and ${without.length - 1} more` : '';
      const bound = model.pullSecretsOf(ref.namespace, DEFAULT_SERVICE_ACCOUNT).filter((name) => name !== '');
      const names = bound.length > 0 ? bound.map((name) => `'${name}'`).join(', ') : 'a pull secret';
      yield {
        severity: 'error',
        on: ref,
        path: ['imagePullSecrets'],
        message: `ServiceAccount '${ref.name}' has no pull secrets, and ${first.workload.ref.kind} '${first.workload.ref.name}'${more} relies on it for a private image`,
        fix: `add ${names} to imagePullSecrets of ServiceAccount '${ref.name}'`,
        images: lackingImages(without).filter(needsPullSecret),
      };
    }
  },
};

/** Whether nothing else is said of the image: a cloud's registry is mostly meant to be pulled from by the cloud's identity. */
function needsPullSecret({ decision, mistaken, unread }: CheckedImage): boolean {
  return decision.verdict === 'missing' && mistaken === undefined && unread === undefined;
}

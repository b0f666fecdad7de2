import { AnonymousAccess, Registry, shownServerKey } from '../../registry';
import { imagePath } from '../checked-cluster';
import { isEmptyLogin } from '../logins';
import type { Rule } from '../rule';
import { PULL_SECRETS } from './links';

/** A public image that is pulled with a login all the same. */
export const loginBreaksPublicImage: Rule = {
  id: 'login-breaks-public-image',
  why: 'when a login matches, the kubelet tries no anonymous pull: a login that is wrong or expired breaks public images too',
  link: PULL_SECRETS,
  *check({ pods }) {
    for (const pod of pods) {
      for (const { use, text, reference, decision } of pod.images) {
        const [first] = decision.logins;
        if (first === undefined || reference === undefined || !pod.context.isPublic(reference)) continue;
        const isEmpty = decision.logins.every(({ match }) => isEmptyLogin(match));
        yield {
          severity: isEmpty ? 'error' : 'info',
          on: pod.workload.ref,
          path: imagePath(pod, use),
          message: `'${text}' is public, but the kubelet logs in for it with the key ${shownServerKey(first.match.serverKey)} of Secret '${first.secret.name}'`,
          fix:
            isEmpty || Registry.forImage(reference.name).anonymousAccess === AnonymousAccess.ALWAYS
              ? `take the entry out of Secret '${first.secret.name}': nothing there needs it`
              : `keep the login valid, or narrow its key to what is private, as in '${reference.registry}/OWNER/'`,
        };
      }
    }
  },
};

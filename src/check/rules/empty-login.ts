import { shownServerKey } from '../../registry';
import type { CheckedPod } from '../checked-cluster';
import { isEmptyLogin } from '../logins';
import type { SecretModel } from '../model/secret-model';
import type { Rule } from '../rule';
import { CONFIG_JSON } from './links';

/** An entry of a pull secret without a password. */
export const emptyLogin: Rule = {
  id: 'empty-login',
  why: "the kubelet logs in with what an entry has: an empty one ('{}', or an identity token alone) matches, and no registry takes it",
  link: CONFIG_JSON,
  *check({ model, usersOf }) {
    for (const secret of model.secrets()) {
      const { ref, content } = secret;
      if (ref === undefined || content.state !== 'logins') continue;
      for (const entry of content.config.entries) {
        if (entry.hasPassword) continue;
        yield {
          severity: usersOf(secret).some((pod) => failsBy(pod, secret, entry.serverKey)) ? 'error' : 'warning',
          on: ref,
          path: secret.path,
          message: `Secret '${secret.name}' has no password for ${shownServerKey(entry.serverKey)}`,
          fix: 'write the password, or take the entry out; Docker Desktop and credential helpers leave entries empty',
        };
      }
    }
  },
};

/** Whether a pod has an image for which the kubelet has nothing but empty logins, this one among them. */
function failsBy(pod: CheckedPod, secret: SecretModel, serverKey: string): boolean {
  return pod.images.some(
    ({ decision: { logins } }) =>
      logins.some((login) => login.secret === secret && login.match.serverKey === serverKey) &&
      logins.every(({ match }) => isEmptyLogin(match)),
  );
}

import { lackingImages, severityFor } from '../checked-cluster';
import type { Rule } from '../rule';
import { DOCKER_CONFIG_SECRETS } from './links';

/** A pull secret of a type, or with a key, that the kubelet does not read. */
export const wrongSecretType: Rule = {
  id: 'wrong-secret-type',
  why: 'the kubelet ignores such a Secret without a word, and pulls without a login',
  link: DOCKER_CONFIG_SECRETS,
  *check({ model, usersOf }) {
    for (const secret of model.secrets()) {
      const { content, ref } = secret;
      const users = usersOf(secret);
      if (content.state !== 'ignored' || ref === undefined || users.length === 0) continue;
      yield {
        severity: severityFor(users),
        on: ref,
        path: secret.path,
        message: `Secret '${secret.name}' is named as a pull secret, but the kubelet ignores it: ${content.reason}`,
        fix: content.fix,
        images: lackingImages(users),
      };
    }
  },
};

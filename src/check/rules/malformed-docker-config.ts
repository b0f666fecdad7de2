import type { Rule } from '../rule';
import { CONFIG_JSON } from './links';

/** A Secret that does not decode. */
export const malformedDockerConfig: Rule = {
  id: 'malformed-docker-config',
  why: 'one entry that does not decode fails every pull of every pod that names the Secret, public images and other logins included',
  link: CONFIG_JSON,
  *check({ model, usersOf }) {
    for (const secret of model.secrets()) {
      const { content, ref } = secret;
      if (content.state !== 'malformed' || ref === undefined) continue;
      yield {
        severity: usersOf(secret).length > 0 ? 'error' : 'warning',
        on: ref,
        path: secret.path,
        message: `Secret '${secret.name}': ${content.reason}`,
        fix: `make it again with 'regcred secret ${secret.name} --login SERVER' or 'kubectl create secret docker-registry'`,
      };
    }
  },
};

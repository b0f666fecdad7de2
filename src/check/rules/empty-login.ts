import { shownServerKey } from '../../registry';
import type { CheckedImage } from '../checked-cluster';
import { imagesByKey, loginSecretsIn } from '../login-secrets';
import { isEmptyLogin } from '../logins';
import type { Rule } from '../rule';
import { CONFIG_JSON } from './links';

/** An entry of a pull secret without a password. */
export const emptyLogin: Rule = {
  id: 'empty-login',
  why: "the kubelet logs in with what an entry has: an empty one ('{}', or an identity token alone) matches, and no registry takes it",
  link: CONFIG_JSON,
  *check({ model, usersOf }) {
    for (const secret of loginSecretsIn(model)) {
      const empty = secret.content.config.entries.filter(({ hasPassword }) => !hasPassword);
      const images = empty.length === 0 ? undefined : imagesByKey(secret, usersOf(secret));
      for (const entry of empty) {
        const fails = images?.get(entry.serverKey)?.some(hasOnlyEmptyLogins) ?? false;
        yield {
          severity: fails ? 'error' : 'warning',
          on: secret.ref,
          path: secret.path,
          message: `Secret '${secret.name}' has no password for ${shownServerKey(entry.serverKey)}`,
          fix: 'write the password, or take the entry out; Docker Desktop and credential helpers leave entries empty',
        };
      }
    }
  },
};

function hasOnlyEmptyLogins({ decision }: CheckedImage): boolean {
  return decision.logins.every(({ match }) => isEmptyLogin(match));
}

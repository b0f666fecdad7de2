import { isJsonDocument } from '../../credential';
import { shownServerKey } from '../../registry';
import { imagesByKey, loginSecretsIn } from '../login-secrets';
import type { Rule } from '../rule';
import { CONFIG_JSON } from './links';

/** A password with a line end or a blank around it, as `echo` writes one. */
export const paddedPassword: Rule = {
  id: 'padded-password',
  why: 'the kubelet sends what stands there: with a line end behind it, a password is another one, and the registry refuses the login',
  link: CONFIG_JSON,
  *check({ model, usersOf }) {
    for (const secret of loginSecretsIn(model)) {
      const padded = secret.content.config.entries.filter((entry) => isPadded(entry.revealPassword()));
      const images = padded.length === 0 ? undefined : imagesByKey(secret, usersOf(secret));
      for (const entry of padded) {
        const padding = /[\r\n]$/.test(entry.revealPassword()) ? 'ends in a newline' : 'has a blank around it';
        yield {
          severity: images?.has(entry.serverKey) ? 'error' : 'warning',
          on: secret.ref,
          path: secret.path,
          message: `the password for ${shownServerKey(entry.serverKey)} in Secret '${secret.name}' ${padding}`,
          fix: "make the Secret again without it: `printf '%s'` where there was `echo`, or 'kubectl create secret docker-registry'",
        };
      }
    }
  },
};

/** A registry that takes a JSON document for a password parses it: blanks around that are no part of it. */
function isPadded(password: string): boolean {
  const bare = password.trim();
  return bare !== password && bare !== '' && !isJsonDocument(password);
}

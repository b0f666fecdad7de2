import { paddingOf } from '../../credential';
import { shownServerKey } from '../../registry';
import { imagesByKey, loginSecretsIn } from '../login-secrets';
import type { Rule } from '../rule';
import { CONFIG_JSON } from './links';

const SAID = { newline: 'ends in a newline', blank: 'has a blank around it' } as const;

/** A password with a line end or a blank around it, as `echo` writes one. */
export const paddedPassword: Rule = {
  id: 'padded-password',
  why: 'the kubelet sends what stands there: with a line end behind it, a password is another one, and the registry refuses the login',
  link: CONFIG_JSON,
  *check({ model, usersOf }) {
    for (const secret of loginSecretsIn(model)) {
      const padded = secret.content.config.entries.flatMap((entry) => {
        const password = entry.revealPassword();
        const padding = password.trim() === '' ? undefined : paddingOf(password); // nothing else is an empty password
        return padding === undefined ? [] : [{ serverKey: entry.serverKey, padding }];
      });
      const images = padded.length === 0 ? undefined : imagesByKey(secret, usersOf(secret));
      for (const { serverKey, padding } of padded) {
        yield {
          severity: images?.has(serverKey) ? 'error' : 'warning',
          on: secret.ref,
          path: secret.path,
          message: `the password for ${shownServerKey(serverKey)} in Secret '${secret.name}' ${SAID[padding]}`,
          fix: "make the Secret again without it: `printf '%s'` where there was `echo`, or 'kubectl create secret docker-registry'",
        };
      }
    }
  },
};

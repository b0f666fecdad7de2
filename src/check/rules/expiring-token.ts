import { shownServerKey } from '../../registry';
import { loginSecretsIn } from '../login-secrets';
import type { Rule } from '../rule';
import { ECR_AUTHENTICATION } from './links';

/** Usernames that only go with a token, and how long it lives. */
const SHORT_LIVED: ReadonlyMap<string, string> = new Map([
  ['AWS', 'an ECR token, which lives 12 hours'],
  ['oauth2accesstoken', 'a Google access token, which lives about an hour'],
  ['00000000-0000-0000-0000-000000000000', 'an Azure token, which lives at most three hours'],
]);

/** A token that will have expired, in a Secret that nothing refreshes. */
export const expiringToken: Rule = {
  id: 'expiring-token',
  why: 'pulls work until the token expires, then each new node and each new pod fails',
  link: ECR_AUTHENTICATION,
  *check({ model }) {
    for (const { ref, name, content, path } of loginSecretsIn(model)) {
      if (content.plaintext === 'managed') continue;
      for (const { username, serverKey } of content.config.entries) {
        const token = SHORT_LIVED.get(username);
        if (token === undefined) continue;
        yield {
          severity: 'warning',
          on: ref,
          path,
          message: `Secret '${name}' holds ${token}, for ${shownServerKey(serverKey)}`,
          fix: 'let an ExternalSecret with a generator refresh it, or use a kubelet credential provider',
        };
      }
    }
  },
};

import { normalizeServerKey } from '../../keyring';
import { shortLivedToken, shownServerKey } from '../../registry';
import { loginSecretsIn } from '../login-secrets';
import type { Rule } from '../rule';
import { ECR_AUTHENTICATION } from './links';

/** A token that will have expired, in a Secret that nothing refreshes. */
export const expiringToken: Rule = {
  id: 'expiring-token',
  why: 'pulls work until the token expires, then each new node and each new pod fails',
  link: ECR_AUTHENTICATION,
  *check({ model }) {
    for (const { ref, name, content, path } of loginSecretsIn(model)) {
      if (content.plaintext === 'managed') continue;
      for (const { username, serverKey } of content.config.entries) {
        const [host = ''] = normalizeServerKey(serverKey)?.split('/') ?? [];
        const token = shortLivedToken(host, username);
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

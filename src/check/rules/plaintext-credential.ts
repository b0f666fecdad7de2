import { PLAINTEXT_CREDENTIAL_ANNOTATION } from '../../kubernetes';
import { shownServerKey } from '../../registry';
import { loginSecretsIn } from '../login-secrets';
import type { Rule } from '../rule';
import { SECRETS_GOOD_PRACTICES } from './links';

/** A password that can be read in a manifest. */
export const plaintextCredential: Rule = {
  id: 'plaintext-credential',
  why: 'base64 is no encryption: whoever sees the manifest, its diff or its artifact has the password',
  link: SECRETS_GOOD_PRACTICES,
  *check({ model }) {
    for (const { ref, name, content, path } of loginSecretsIn(model)) {
      if (content.plaintext === 'managed') continue;
      const entry = content.config.entries.find(({ hasPassword }) => hasPassword);
      if (entry === undefined) continue;
      yield {
        severity: content.plaintext === 'marked' ? 'info' : 'warning',
        on: ref,
        path,
        message: `Secret '${name}' holds a password in clear for ${shownServerKey(entry.serverKey)}`,
        fix:
          content.plaintext === 'marked'
            ? `it is marked as meant to be so: keep this output out of Git, or the password elsewhere (ExternalSecret, SealedSecret, a credential provider)`
            : `keep it elsewhere (ExternalSecret, SealedSecret, a credential provider), or mark what is meant to be so with the annotation '${PLAINTEXT_CREDENTIAL_ANNOTATION}'`,
      };
    }
  },
};

import type { DockerConfigEntry } from '../../credential';
import { normalizeServerKey } from '../../keyring';
import { shownServerKey } from '../../registry';
import { loginSecretsIn } from '../login-secrets';
import { sameLogin } from '../logins';
import type { Rule } from '../rule';
import { CONFIG_JSON } from './links';

/** Two entries of one Secret that mean the same key, with different logins. */
export const ambiguousCredential: Rule = {
  id: 'ambiguous-credential',
  why: 'the kubelet reads a Secret into an unordered map: which of two logins under one key it tries first is left to chance',
  link: CONFIG_JSON,
  *check({ model }) {
    for (const { ref, name, content, path } of loginSecretsIn(model)) {
      for (const [first, ...others] of entriesByKey(content.config.entries)) {
        const other = others.find((entry) => !sameLogin(first, entry));
        if (other === undefined) continue;
        yield {
          severity: 'warning',
          on: ref,
          path,
          message: `Secret '${name}' has different logins for ${shownServerKey(first.serverKey)} and ${shownServerKey(other.serverKey)}, which are one key to the kubelet`,
          fix: 'keep one of them; a second login for the same registry goes into a Secret of its own',
        };
      }
    }
  },
};

function entriesByKey(entries: readonly DockerConfigEntry[]): Iterable<[DockerConfigEntry, ...DockerConfigEntry[]]> {
  const groups = new Map<string, [DockerConfigEntry, ...DockerConfigEntry[]]>();
  for (const entry of entries) {
    const key = normalizeServerKey(entry.serverKey);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return groups.values();
}

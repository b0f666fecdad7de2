import { normalizeServerKey } from '../../keyring';
import { shownServerKey } from '../../registry';
import { imagesByKey, loginSecretsIn } from '../login-secrets';
import type { Rule } from '../rule';
import { canMatch } from '../server-key-reach';
import { CONFIG_JSON } from './links';

/** A server key whose login goes to more repositories than its path says. */
export const prefixLeak: Rule = {
  id: 'prefix-leak',
  why: "the kubelet compares paths as plain prefixes: 'ghcr.io/acme' also sends the password for 'ghcr.io/acme-evil/app'",
  link: CONFIG_JSON,
  *check({ model, usersOf }) {
    for (const secret of loginSecretsIn(model)) {
      const images = imagesByKey(secret, usersOf(secret));
      for (const { serverKey, hasPassword } of secret.content.config.entries) {
        const key = openKeyOf(serverKey);
        if (key === undefined || !hasPassword) continue;
        const path = pathOf(key);
        const written = key.toLowerCase(); // only the host can have capitals, and no key should
        const used = (images.get(serverKey) ?? []).flatMap(({ reference }) => reference?.name ?? []);
        const leaked = used.find((name) => pathOf(name) !== path && !pathOf(name).startsWith(`${path}/`));
        const isRepository = used.some((name) => pathOf(name) === path);
        yield {
          severity: leaked === undefined ? 'warning' : 'error',
          on: secret.ref,
          path: secret.path,
          message: `the key ${shownServerKey(serverKey)} of Secret '${secret.name}' has no '/' at its end, so its password also goes to ${leaked === undefined ? `'${key}-…'` : `'${leaked}'`}`,
          fix: isRepository
            ? `write what holds the repository, with a final '/': '${written.slice(0, written.lastIndexOf('/'))}/'`
            : `write '${written}/'`,
        };
      }
    }
  },
};

/** The version of the registries' API, which the kubelet takes for a path where no slash follows: another rule says so. */
const API_VERSION = /^\/v[12]$/;

/** Host and path of a key that goes on past its path; none where the path is closed or there is none. */
function openKeyOf(serverKey: string): string | undefined {
  const key = normalizeServerKey(serverKey);
  const isOpen = key?.includes('/') && !key.endsWith('/') && !API_VERSION.test(pathOf(key));
  return isOpen && canMatch(serverKey) ? key : undefined;
}

function pathOf(name: string): string {
  return name.slice(name.indexOf('/'));
}

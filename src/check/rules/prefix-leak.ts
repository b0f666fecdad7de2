import { normalizeServerKey } from '../../keyring';
import { shownServerKey } from '../../registry';
import type { CheckedPod } from '../checked-cluster';
import type { SecretModel } from '../model/secret-model';
import type { Rule } from '../rule';
import { canMatch } from '../server-key-reach';
import { CONFIG_JSON } from './links';

/** A server key whose login goes to more repositories than its path says. */
export const prefixLeak: Rule = {
  id: 'prefix-leak',
  why: "the kubelet compares paths as plain prefixes: 'ghcr.io/acme' also sends the password for 'ghcr.io/acme-evil/app'",
  link: CONFIG_JSON,
  *check({ model, usersOf }) {
    for (const secret of model.secrets()) {
      const { ref, content } = secret;
      if (ref === undefined || content.state !== 'logins') continue;
      for (const { serverKey, hasPassword } of content.config.entries) {
        const key = openKeyOf(serverKey);
        if (key === undefined || !hasPassword) continue;
        const path = pathOf(key);
        const used = usersOf(secret).flatMap((pod) => repositoriesBy(pod, secret, serverKey));
        const leaked = used.find((name) => pathOf(name) !== path && !pathOf(name).startsWith(`${path}/`));
        const isRepository = used.some((name) => pathOf(name) === path);
        yield {
          severity: leaked === undefined ? 'warning' : 'error',
          on: ref,
          path: secret.path,
          message: `the key ${shownServerKey(serverKey)} of Secret '${secret.name}' has no '/' at its end, so its password also goes to ${leaked === undefined ? `'${key}-…'` : `'${leaked}'`}`,
          fix: isRepository
            ? `write what holds the repository, with a final '/': '${key.slice(0, key.lastIndexOf('/'))}/'`
            : `write '${key}/'`,
        };
      }
    }
  },
};

/** Host and path of a key that goes on past its path; none where the path is closed or there is none. */
function openKeyOf(serverKey: string): string | undefined {
  const key = normalizeServerKey(serverKey);
  const isOpen = key?.includes('/') && !key.endsWith('/');
  return isOpen && canMatch(serverKey) ? key : undefined;
}

function pathOf(name: string): string {
  return name.slice(name.indexOf('/'));
}

/** The repositories of a pod's images for which the kubelet uses a key. */
function repositoriesBy({ images }: CheckedPod, secret: SecretModel, serverKey: string): string[] {
  return images.flatMap(({ reference, decision }) =>
    reference !== undefined &&
    decision.logins.some((login) => login.secret === secret && login.match.serverKey === serverKey)
      ? [reference.name]
      : [],
  );
}

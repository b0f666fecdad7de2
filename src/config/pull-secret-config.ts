import { PullSecret } from '../plan';
import type { RegistryLogin } from '../registry';
import type { ConfigNode } from './config-node';

type Logins = ReadonlyMap<string, RegistryLogin>;

/** The pull secrets of the section, in its order; where it is left out, one with every registry. */
export function parsePullSecrets(node: ConfigNode | undefined, logins: Logins): ReadonlyMap<string, PullSecret> {
  const secrets = node ? node.list().map((entry) => ({ node: entry, secret: parsePullSecret(entry, logins) })) : [];
  const named = new Map<string, PullSecret>();
  for (const { node: entry, secret } of secrets) {
    if (named.has(secret.name)) throw entry.error(`is a second pull secret '${secret.name}': hold all logins in one`);
    named.set(secret.name, secret);
  }
  if (node || logins.size === 0) return named;
  const everything = PullSecret.fromLogins({ logins: [...logins.values()] });
  return new Map([[everything.name, everything]]);
}

function parsePullSecret(node: ConfigNode, logins: Logins): PullSecret {
  const { name, registries, existing } = node.fields(['name', 'registries', 'existing']);
  if (existing?.flag()) {
    if (!name) throw node.error("needs a 'name': it is in the cluster already");
    if (registries) throw registries.error('says nothing here: the Secret is in the cluster already');
    return name.parsed(PullSecret.existing);
  }
  const held = registries
    ? registries.list().map((entry) => logins.get(entry.oneOf([...logins.keys()])))
    : [...logins.values()];
  return node.checked(() =>
    PullSecret.fromLogins({ name: name?.text(), logins: held.filter((login) => login !== undefined) }),
  );
}

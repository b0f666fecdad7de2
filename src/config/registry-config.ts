import { Credentials } from '../credential';
import { Registry, type RegistryLogin } from '../registry';
import type { ConfigNode } from './config-node';

/** The logins of the section `registries`, by the names that the file gives them. */
export function parseRegistries(node: ConfigNode): ReadonlyMap<string, RegistryLogin> {
  return new Map(node.entries().map(([name, entry]) => [name, parseLogin(entry)]));
}

function parseLogin(node: ConfigNode): RegistryLogin {
  const { server, credentials, email } = node.fields(['server', 'credentials', 'email']);
  if (!server) throw node.error("needs a 'server', such as ghcr.io/acme");
  if (!credentials) throw node.error("needs 'credentials', such as GHCR for GHCR_USERNAME and GHCR_PASSWORD");
  const registry = server.parsed((text) => Registry.custom(text));
  return registry.login(parseCredentials(credentials), { email: email?.text() });
}

/** A prefix, or the names of two variables: a password never stands in the file. */
function parseCredentials(node: ConfigNode): Credentials {
  if (typeof node.value === 'string') return node.parsed((prefix) => Credentials.fromEnvironment({ prefix }));
  const { usernameVariable, passwordVariable } = node.fields(['usernameVariable', 'passwordVariable']);
  if (!usernameVariable || !passwordVariable) {
    throw node.error("needs 'usernameVariable' and 'passwordVariable', or is the prefix of both");
  }
  return node.checked(() =>
    Credentials.fromEnvironment({
      usernameVariable: usernameVariable.text(),
      passwordVariable: passwordVariable.text(),
    }),
  );
}

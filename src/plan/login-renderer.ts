import type { ResolvedCredentials, Surroundings } from '../credential';
import { compactKeyFile, DockerConfig, resolveCredentials } from '../credential';
import { RegcredError } from '../error';
import { MAX_SECRET_BYTES } from '../kubernetes';
import type { RegistryLogin } from '../registry';
import type { PullSecret } from './pull-secret';
import type { RenderLogins } from './pull-secret-strategy';
import { requirePullSecrets } from './require-entries';
import { refuseSameKey } from './same-key';

/**
 * Renders the logins of these pull secrets, all of whose credentials are read at once.
 *
 * @param warn told of usernames that are unusual for their registry
 * @throws RegcredError where credentials are missing: one error for all of them
 */
export function loginRenderer(
  pullSecrets: readonly PullSecret[],
  surroundings: Surroundings,
  warn: (warning: string) => void = () => {},
): RenderLogins {
  const strategies = requirePullSecrets(pullSecrets).map(({ _strategy }) => _strategy);
  for (const warning of new Set(strategies.flatMap(({ warnings = [] }) => warnings))) warn(warning);
  // two pull secrets may hold the same login
  const logins = [...new Set(strategies.flatMap((strategy) => strategy.logins))];
  const values = resolveCredentials(
    logins.map(({ credentials }) => credentials),
    surroundings,
  );
  const resolved = new Map(
    logins.map((login, i) => [login, { login, ...compactKeyFile(values[i] as ResolvedCredentials) }]),
  );
  const rendered = new Map<readonly RegistryLogin[], string>();
  return (group, seal = unsealed) => {
    // the same bytes in every namespace
    const data =
      rendered.get(group) ??
      dockerConfigData(
        group.map((login) => resolved.get(login)).filter((login) => login !== undefined),
        warn,
      );
    rendered.set(group, data);
    return seal(data);
  };
}

const unsealed = (base64: string) => base64;

interface ResolvedLogin extends ResolvedCredentials {
  readonly login: RegistryLogin;
}

function dockerConfigData(logins: readonly ResolvedLogin[], warn: (warning: string) => void): string {
  refuseSameKey(logins.map(({ login }) => login.serverKey));
  const config = DockerConfig.fromLogins(
    logins.map(({ login, username, password }) => {
      for (const warning of login.registry.checkUsername(username)) warn(warning);
      return { server: login.serverKey, username, password: password.reveal(), email: login.email };
    }),
  );
  const base64 = config.toBase64();
  const bytes = Buffer.byteLength(base64, 'base64');
  if (bytes > MAX_SECRET_BYTES) {
    throw new RegcredError(
      'secret-too-large',
      `the docker config of a pull secret has ${bytes} bytes, and a Secret holds at most ${MAX_SECRET_BYTES} (1 MiB): ` +
        'spread its logins over several pull secrets',
    );
  }
  return base64;
}

import { RemoteCredentials } from '../credential';
import { kindOf, RegcredError, requireList } from '../error';
import type { RegistryLogin } from '../registry';
import { GeneratedCredentials } from './generators/generated-credentials';

/** A login, and its credentials as the kind that a strategy wants. */
export interface LoginWith<T> {
  readonly login: RegistryLogin;
  readonly credentials: T;
}

/** A login whose password only the cluster reads, and what is unusual in it. */
export interface RemoteLogin extends LoginWith<RemoteCredentials> {
  readonly warnings: readonly string[];
}

/** The logins of a strategy that reads a secret store. @throws RegcredError `credential-source` where one is of another kind */
export function remoteLogins(strategy: string, name: string, logins: readonly RegistryLogin[]): RemoteLogin[] {
  return requireSome(name, logins).map((login) => {
    const { credentials, registry } = login;
    if (!(credentials instanceof RemoteCredentials)) {
      throw wrongSource(
        strategy,
        login,
        "write RemoteCredentials.fromStore({ key: 'NAME' }) with the name of a secret in the store",
      );
    }
    const username = credentials._knownUsername;
    return { login, credentials, warnings: username === undefined ? [] : registry.checkUsername(username) };
  });
}

/** The logins of a strategy that has tokens made. @throws RegcredError `credential-source` where one is of another kind */
export function generatedLogins(name: string, logins: readonly RegistryLogin[]): LoginWith<GeneratedCredentials>[] {
  return requireSome(name, logins).map((login) => {
    const { credentials, registry } = login;
    if (!(credentials instanceof GeneratedCredentials)) {
      throw wrongSource('PullSecret.generated', login, 'write GeneratedCredentials.ecr(…), or the one of your vendor');
    }
    const { kind, registries } = credentials._generator;
    if (!registries.includes(registry.id)) {
      throw new RegcredError(
        'credential-source',
        `${kind} makes tokens for ${registries.join(' and ')}: got a login for ${registry}, which needs another generator or PullSecret.external`,
      );
    }
    return { login, credentials };
  });
}

/** The logins of a strategy whose passwords are known at synth. @throws RegcredError `credential-source` where one is of another kind */
export function localLogins(
  strategy: string,
  name: string,
  logins: readonly RegistryLogin[],
): readonly RegistryLogin[] {
  for (const login of requireSome(name, logins)) {
    if (login.credentials instanceof RemoteCredentials) {
      throw wrongSource(strategy, login, 'have the cluster read it with PullSecret.external or PullSecret.vault');
    }
    if (login.credentials instanceof GeneratedCredentials) {
      throw wrongSource(strategy, login, 'have the cluster make it with PullSecret.generated');
    }
  }
  return [...logins];
}

function requireSome(name: string, logins: readonly RegistryLogin[]): readonly RegistryLogin[] {
  const ofWhat = `logins of pull secret '${name}'`;
  for (const login of requireList(logins, 'plan-list', ofWhat, '[Registry.ghcr().login(…)]')) {
    if (login?.credentials !== undefined) continue;
    throw new RegcredError(
      'credential-source',
      `${ofWhat} hold what is no login: got ${kindOf(login)}, write Registry.ghcr().login(Credentials.fromEnvironment({ prefix: 'GHCR' }))`,
    );
  }
  if (logins.length > 0) return logins;
  throw new RegcredError(
    'pull-secret-empty',
    `pull secret '${name}' has no login: give at least one, or refer to a Secret that is there with PullSecret.existing('${name}')`,
  );
}

function wrongSource(strategy: string, login: RegistryLogin, advice: string): RegcredError {
  return new RegcredError(
    'credential-source',
    `${strategy} cannot use the credentials of ${login.registry} (${login.credentials.description}): ${advice}`,
  );
}

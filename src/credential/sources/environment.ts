import { checkPassword, checkUsername } from '../check-login';
import type { Environment } from '../environment';
import { Password } from '../password';
import { checkPrefix, checkVariable } from '../variable-name';
import type { CredentialSource, MissingVariable } from './credential-source';

/** Which environment variables hold a login. */
export interface EnvironmentCredentials {
  /** First part of both names: `GHCR` means `GHCR_USERNAME` and `GHCR_PASSWORD`. @default - both variables are named one by one */
  readonly prefix?: string;
  /** Variable of the user name. @default - the prefix with `_USERNAME` */
  readonly usernameVariable?: string;
  /** Variable of the password or token. @default - the prefix with `_PASSWORD` */
  readonly passwordVariable?: string;
  /** User name itself, where it is no secret and always the same, such as `oauth2accesstoken`. @default - it comes from its variable */
  readonly username?: string;
}

/** A login of which at least the password is a variable. */
export function environmentVariables(options: EnvironmentCredentials): CredentialSource {
  const prefix = options.prefix === undefined ? undefined : checkPrefix(options.prefix);
  const variable = (name: string | undefined, suffix: 'USERNAME' | 'PASSWORD') =>
    checkVariable(name ?? (prefix && `${prefix}_${suffix}`), suffix);
  const password = variable(options.passwordVariable, 'PASSWORD');
  const read = (environment: Environment) => new Password(checkPassword(environment[password] ?? '', password));
  if (options.username !== undefined) {
    const username = checkUsername(options.username, 'username');
    return {
      description: `the user '${username}' and the environment variable ${password}`,
      missing: ({ environment }) => missingVariables([password], environment),
      resolve: ({ environment }) => ({ username, password: read(environment) }),
    };
  }
  const username = variable(options.usernameVariable, 'USERNAME');
  return {
    description: `the environment variables ${username} and ${password}`,
    missing: ({ environment }) => missingVariables([username, password], environment),
    resolve: ({ environment }) => ({
      username: checkUsername(environment[username] ?? '', username),
      password: read(environment),
    }),
  };
}

/** A variable that is set to nothing is as good as none: it is what a pipeline makes of a secret that it does not have. */
function missingVariables(names: readonly string[], environment: Environment): MissingVariable[] {
  return names
    .filter((name) => !environment[name])
    .map((name) => ({ name, fault: environment[name] === undefined ? 'is not set' : 'is empty' }));
}

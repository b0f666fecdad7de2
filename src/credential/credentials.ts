import type { ICredentials } from '../registry';
import { checkPassword, checkUsername } from './check-login';
import { type MissingVariable, missingVariable, type PasswordSource, type UsernameSource } from './credential-source';
import type { Environment } from './environment';
import { Password } from './password';
import { checkPrefix, checkVariable } from './variable-name';

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

/** A login as it is. */
export interface PlainTextCredentials {
  /** User name. */
  readonly username: string;
  /** Password or token. */
  readonly password: string;
}

/** A login with its values. */
export interface ResolvedCredentials {
  /** User name, checked. */
  readonly username: string;
  /** Password, checked. */
  readonly password: Password;
}

/** Who logs in to a registry: where the user name and the password come from, not what they are. */
export class Credentials implements ICredentials {
  /**
   * Credentials that are read from the environment, when the Secret is made and not before.
   *
   * @throws RegcredError with the code `credential-variable` where it is not clear which variables are meant
   */
  public static fromEnvironment(options: EnvironmentCredentials): Credentials {
    const prefix = options.prefix === undefined ? undefined : checkPrefix(options.prefix);
    const variable = (name: string | undefined, suffix: 'USERNAME' | 'PASSWORD') =>
      checkVariable(name ?? (prefix && `${prefix}_${suffix}`), suffix);
    const password = variable(options.passwordVariable, 'PASSWORD');
    if (options.username !== undefined) {
      const username = checkUsername(options.username, 'username');
      return new Credentials(
        `the user '${username}' and the environment variable ${password}`,
        { username },
        { variable: password },
      );
    }
    const username = variable(options.usernameVariable, 'USERNAME');
    const description = `the environment variables ${username} and ${password}`;
    return new Credentials(description, { variable: username }, { variable: password });
  }

  /**
   * Credentials that stand in the source code, where everyone who reads it can take them: for demonstrations, and for values that
   * the program has fetched itself.
   *
   * @throws RegcredError with the code `credential-username` or `credential-password` where the registry could not get them as they are
   */
  public static unsafePlainText(login: PlainTextCredentials): Credentials {
    const username = checkUsername(login.username, 'username');
    const password = new Password(checkPassword(login.password, 'password'));
    return new Credentials(`the plain-text login of '${username}'`, { username }, { password });
  }

  /** Where they come from, for messages. Never a password. */
  public readonly description: string;
  readonly #username: UsernameSource;
  readonly #password: PasswordSource;

  private constructor(description: string, username: UsernameSource, password: PasswordSource) {
    this.description = description;
    this.#username = username;
    this.#password = password;
  }

  /** The description. */
  public toString(): string {
    return this.description;
  }

  /** @internal */
  public _missing(environment: Environment): MissingVariable[] {
    return [this.#username, this.#password].flatMap((source) => missingVariable(source, environment));
  }

  /** The values, of an environment that lacks none of them. @internal */
  public _resolve(environment: Environment): ResolvedCredentials {
    const [username, password] = [this.#username, this.#password];
    return {
      username:
        'username' in username
          ? username.username
          : checkUsername(environment[username.variable] ?? '', username.variable),
      password:
        'password' in password
          ? password.password
          : new Password(checkPassword(environment[password.variable] ?? '', password.variable)),
    };
  }
}

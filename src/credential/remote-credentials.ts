import { RegcredError, requireOptions, requireString } from '../error';
import type { ICredentials } from '../registry';

/** Properties of `RemoteCredentials.fromStore`. */
export interface StoredLoginProps {
  /** Name of the secret in the store: a path in Vault, a name in a cloud's secret manager. */
  readonly key: string;

  /**
   * Property of the secret that holds the user name.
   *
   * @default 'username'
   */
  readonly usernameProperty?: string;

  /**
   * Property of the secret that holds the password.
   *
   * @default 'password'
   */
  readonly passwordProperty?: string;

  /**
   * Version of the secret.
   *
   * @default - the newest
   */
  readonly version?: string;
}

/** Properties of `RemoteCredentials.passwordFromStore`. */
export interface StoredPasswordProps {
  /** User name, which is no secret: `_json_key`, the name of a robot. */
  readonly username: string;

  /** Name of the secret in the store. */
  readonly key: string;

  /**
   * Property of the secret that holds the password.
   *
   * @default - the whole secret is the password
   */
  readonly property?: string;

  /**
   * Version of the secret.
   *
   * @default - the newest
   */
  readonly version?: string;
}

/** One value of a secret in a store. */
export interface RemoteValue {
  readonly key: string;
  readonly property?: string;
  readonly version?: string;
}

/**
 * A login that stands in a secret store, and that only the cluster reads: the manifests hold its name there.
 *
 * @example
 * Registry.ghcr({ owner: 'acme' }).login(RemoteCredentials.fromStore({ key: 'registries/ghcr' }));
 */
export class RemoteCredentials implements ICredentials {
  /**
   * User name and password are two properties of one secret.
   *
   * @throws RegcredError `credential-remote` where a name is empty
   */
  public static fromStore(props: StoredLoginProps): RemoteCredentials {
    requireOptions(props, "RemoteCredentials.fromStore({ key: 'registries/ghcr' })");
    const { key, version, usernameProperty = 'username', passwordProperty = 'password' } = props;
    const value = (property: string) => parseValue({ key, version, property });
    return new RemoteCredentials(
      `properties '${usernameProperty}' and '${passwordProperty}' of '${key}' in a secret store`,
      value(passwordProperty),
      value(usernameProperty),
    );
  }

  /**
   * Only the password stands in the store.
   *
   * @throws RegcredError `credential-remote` where a name is empty
   */
  public static passwordFromStore(props: StoredPasswordProps): RemoteCredentials {
    requireOptions(props, "RemoteCredentials.passwordFromStore({ username: '_json_key', key: 'registries/gcr' })");
    const { username, ...password } = props;
    const what = `username of '${props.key}'`;
    if (requireString(username, 'credential-remote', what, "the name that logs in, such as '_json_key'") === '') {
      throw new RegcredError(
        'credential-remote',
        `${what} is empty: write it, or take both from the store with RemoteCredentials.fromStore`,
      );
    }
    const where = props.property === undefined ? 'all' : `property '${props.property}'`;
    const description = `user '${username}', password from ${where} of '${props.key}' in a secret store`;
    return new RemoteCredentials(description, parseValue(password), undefined, username);
  }

  /** Where the login is, for messages. */
  public readonly description: string;

  /** @internal */
  public readonly _password: RemoteValue;

  /**
   * Where the user name is; not set where it is known.
   *
   * @internal
   */
  public readonly _username?: RemoteValue;

  /** @internal */
  public readonly _knownUsername?: string;

  private constructor(description: string, password: RemoteValue, username?: RemoteValue, knownUsername?: string) {
    this.description = description;
    this._password = password;
    this._username = username;
    this._knownUsername = knownUsername;
  }

  /** For messages. */
  public toString(): string {
    return this.description;
  }
}

function parseValue(value: RemoteValue): RemoteValue {
  requireString(value.key, 'credential-remote', 'key of a secret in a store', "one such as 'registries/ghcr'");
  if (value.key !== '' && value.property !== '') return value;
  const empty = value.key === '' ? 'key' : 'property';
  throw new RegcredError(
    'credential-remote',
    `${empty} of a secret in a store is empty: write the name that it has there, such as ${empty === 'key' ? "'registries/ghcr'" : "'password'"}`,
  );
}

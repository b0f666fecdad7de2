import { Config, type Input, type Output, output, secret } from '@pulumi/pulumi';
import { Credentials } from '../credential';
import { RegcredError, requireOptions, requireString } from '../error';
import type { ICredentials } from '../registry';

/** A login whose values Pulumi may know only later. */
export interface InputLogin {
  /** User name. */
  readonly username: Input<string>;
  /** Password or token; it is kept secret, whether it comes as a secret or not. */
  readonly password: Input<string>;
}

/** Which configuration values hold a login. */
export interface ConfigCredentials {
  /** First part of both keys: `ghcr` means `ghcrUsername` and `ghcrPassword`. */
  readonly prefix: string;
  /** Namespace of the keys. @default - the project's name */
  readonly namespace?: string;
}

/** The parts of a login as Pulumi hands them to a resource: known later, and secret. */
export interface SecretLogin {
  readonly username: Output<string>;
  readonly password: Output<string>;
}

/** Who logs in to a registry, where Pulumi knows it: an output of another resource, or the stack's configuration. */
export class InputCredentials implements ICredentials {
  /**
   * Credentials out of inputs, such as the outputs of a resource that makes a token.
   *
   * @throws RegcredError `credential-username` or `credential-password` where a value is missing, or one that the registry could not
   * get as it is; for an output when it is known
   */
  public static of(login: InputLogin): InputCredentials {
    requireOptions(login, 'InputCredentials.of({ username, password })');
    for (const part of PARTS) {
      const value = login[part];
      if (isPlain(value)) checkLogin({ username: 'user', password: 'password', [part]: value });
    }
    const { username, password } = login;
    return new InputCredentials('the inputs username and password', () => ({ username, password }));
  }

  /**
   * Credentials out of the stack's configuration: `pulumi config set --secret ghcrPassword`. They are read when the Secret is
   * made and not before.
   *
   * @throws RegcredError `credential-variable` where the prefix is missing
   */
  public static fromConfig(source: ConfigCredentials): InputCredentials {
    const { prefix, namespace } = requireOptions(source, "InputCredentials.fromConfig({ prefix: 'ghcr' })");
    requireString(prefix, 'credential-variable', 'prefix', "one like 'ghcr'");
    const keys = PARTS.map((part) => `${prefix}${part[0]?.toUpperCase()}${part.slice(1)}`);
    return new InputCredentials(`the configuration values ${keys.join(' and ')}`, () => {
      const config = new Config(namespace);
      const [username, password] = keys.map((key) => config.getSecret(key));
      if (username && password) return { username, password };
      const missing = keys.filter((key) => config.get(key) === undefined);
      throw new MissingConfig(missing.map((key) => `${config.name}:${key}`));
    });
  }

  /** Where they come from, for messages. Never a password. */
  public readonly description: string;
  readonly #read: () => InputLogin;

  private constructor(description: string, read: () => InputLogin) {
    this.description = description;
    this.#read = read;
  }

  /** The description. */
  public toString(): string {
    return this.description;
  }

  /** @internal */
  public _resolve(): SecretLogin {
    const { username, password } = this.#read();
    return { username: output(username), password: secret(password) };
  }
}

/** The keys that a stack's configuration lacks. */
export class MissingConfig extends Error {
  public constructor(public readonly keys: readonly string[]) {
    super(`${keys.join(', ')} not set`);
  }
}

/**
 * A login with values that a registry could get as they are.
 *
 * @throws RegcredError `credential-username` or `credential-password`
 */
export function checkLogin(login: Readonly<Record<keyof InputLogin, unknown>>): Credentials {
  const { username, password } = login;
  if (typeof username === 'string' && typeof password === 'string') {
    return Credentials.unsafePlainText({ username, password });
  }
  const part = typeof password === 'string' ? 'username' : 'password';
  throw new RegcredError(
    `credential-${part}`,
    `${part} must be a string: got ${login[part] === null ? 'null' : typeof login[part]}; set the variable or the output that it is read from, ` +
      "or take it from the configuration: InputCredentials.fromConfig({ prefix: 'ghcr' })",
  );
}

const PARTS = ['username', 'password'] as const;

/** Promises and outputs are objects: what they hold is checked when it is known. */
function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

import { kindOf, RegcredError } from '../error';
import type { ICredentials } from './i-credentials';
import type { Registry } from './registry';

/** What else a login may carry. */
export interface LoginOptions {
  /** E-mail address, which the Secret then holds; no registry needs it. @default - none */
  readonly email?: string;
}

/** A registry and the credentials for it: one entry of a pull secret. */
export class RegistryLogin {
  /** The registry that is logged in to. */
  public readonly registry: Registry;
  /** Key of the entry in the Secret. */
  public readonly serverKey: string;
  /** The credentials that log in. */
  public readonly credentials: ICredentials;
  /** E-mail address. @default - none */
  public readonly email?: string;

  /** @throws RegcredError `credential-unknown` where the credentials are none */
  public constructor(registry: Registry, credentials: ICredentials, options: LoginOptions = {}) {
    if (typeof credentials?.description !== 'string') {
      // not shown: it may be the login itself
      throw new RegcredError(
        'credential-unknown',
        `credentials for ${registry} must come from a factory such as Credentials.fromEnvironment: got ${kindOf(credentials)}, ` +
          "write Credentials.fromEnvironment({ prefix: 'GHCR' })",
      );
    }
    this.registry = registry;
    this.serverKey = registry.serverKey;
    this.credentials = credentials;
    this.email = options.email;
  }

  /** For messages, without a secret. */
  public toString(): string {
    return `${this.serverKey} (${this.credentials.description})`;
  }
}

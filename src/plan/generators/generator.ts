import { RegcredError } from '../../error';
import type { Registry } from '../../registry';

/** A generator of the External Secrets Operator: what it asks a vendor for, and under which names the answer comes. */
export interface Generator {
  readonly kind: string;
  /** Ids of the registries that its tokens are for. */
  readonly registries: readonly string[];
  /** Its `spec`, for one registry. */
  spec(registry: Registry): Readonly<Record<string, unknown>>;
  /** Expressions of the template; `value` gives the one for an output of the generator. */
  login(value: (output: string) => string): { readonly username: string; readonly password: string };
}

/** The outputs `username` and `password`, as most generators have them. */
export const usernameAndPassword: Generator['login'] = (value) => ({
  username: value('username'),
  password: value('password'),
});

/** The output `auth`: base64 of `username:password`. */
export const auth: Generator['login'] = (value) => {
  const parts = `(${value('auth')} | b64dec | splitn ":" 2)`;
  return { username: `${parts}._0`, password: `${parts}._1` };
};

/**
 * The address of the API that makes the tokens, as a part of a `spec`; none for the vendor's own.
 *
 * @throws RegcredError `generator-auth` where an installation's is missing
 */
export function apiUrl({ host }: Registry, vendorHost: string, url: string | undefined): { readonly url?: string } {
  if (url !== undefined) return { url };
  if (host === vendorHost) return {};
  throw new RegcredError(
    'generator-auth',
    `'${host}' is of an installation, and its tokens come from the API of that installation: give its address as url`,
  );
}

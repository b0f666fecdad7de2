import { checkPassword, checkUsername } from '../check-login';
import { Password } from '../password';
import type { CredentialSource } from './credential-source';

/** A login as it is. */
export interface PlainTextCredentials {
  /** User name. */
  readonly username: string;
  /** Password or token. */
  readonly password: string;
}

/** A login that stands in the source code. */
export function plainText(login: PlainTextCredentials): CredentialSource {
  const username = checkUsername(login.username, 'username');
  const password = new Password(checkPassword(login.password, 'password'));
  return {
    description: `the plain-text login of '${username}'`,
    missing: () => [],
    resolve: () => ({ username, password }),
  };
}

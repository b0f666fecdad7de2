import { RegcredError } from '../error';
import { Password } from './password';
import type { ResolvedCredentials } from './sources/credential-source';

/** The user name that goes with the key file of a Google service account. */
const KEY_FILE_USER = '_json_key';

/**
 * A login with a key file of Google becomes one without line ends and indents: the same JSON, which survives whoever passes it on.
 *
 * @throws RegcredError with the code `credential-password` where the password of `_json_key` is no key file
 * @see https://cloud.google.com/artifact-registry/docs/docker/authentication#json-key
 */
export function compactKeyFile(login: ResolvedCredentials): ResolvedCredentials {
  if (login.username !== KEY_FILE_USER) return login;
  return { ...login, password: new Password(JSON.stringify(parseKeyFile(login.password.reveal()))) };
}

function parseKeyFile(text: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined; // the parser's message would quote the key
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new RegcredError(
    'credential-password',
    `the password of '${KEY_FILE_USER}' must be the JSON of a service account's key file: got something else (not shown); ` +
      `where it is in base64, the user name is '_json_key_base64'`,
  );
}

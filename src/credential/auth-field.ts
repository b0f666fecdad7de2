import { fromBytes, toBytes } from './byte-string';
import { decodeBase64 } from './go-base64';
import { GoError } from './go-error';

/** What Go's `strings.TrimSpace` removes at the end: JavaScript's `trim` leaves U+0085 and takes U+FEFF. */
const TRAILING_SPACE = /[\s\u0085]$/;

/** The `auth` field of an entry: base64 of `username:password` in UTF-8. */
export function encodeAuth(username: string, password: string): string {
  return Buffer.from(`${username}:${password}`).toString('base64');
}

/**
 * The two parts of an `auth` field.
 *
 * @throws GoError in the kubelet's words
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.2/pkg/credentialprovider/config.go (decodeDockerConfigFieldAuth)
 */
export function decodeAuth(auth: string): { readonly username: string; readonly password: string } {
  const decoded = decodeBase64(toBytes(auth), isPadded(auth) ? 'padded' : 'raw');
  const colon = decoded.indexOf(':');
  if (colon < 0) throw new GoError('unable to parse auth field, must be formatted as base64(username:password)');
  return { username: fromBytes(decoded.slice(0, colon)), password: fromBytes(decoded.slice(colon + 1)) };
}

function isPadded(auth: string): boolean {
  let end = auth.length;
  while (end > 0 && TRAILING_SPACE.test(auth.charAt(end - 1)) && auth.charAt(end - 1) !== '\ufeff') end -= 1;
  return auth.charAt(end - 1) === '=';
}

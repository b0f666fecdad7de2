import { type ByteString, toBytes } from '../credential';
import { parseGoUrl } from './go-url';

const SCHEME = /^https?:\/\//;
const API_VERSION = /^\/v[12](?=\/)/;

/**
 * The key that the kubelet files an entry under: host and path, without scheme, API version, user, query and fragment. Two server
 * keys with one normalised key are tried in an order that is left to chance. Nothing where the kubelet drops the entry.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.2/pkg/credentialprovider/keyring.go (BasicDockerKeyring.Add)
 */
export function normalizeServerKey(serverKey: string): ByteString | undefined {
  const url = parseGoUrl(toBytes(serverKey).replace(SCHEME, ''));
  if (url === undefined) return undefined;
  const path = url.path.replace(API_VERSION, '');
  return path === '/' ? url.host : url.host + path;
}

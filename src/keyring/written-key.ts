import { imageHostOf } from '../registry';

/** A server key as its author may have meant it: what the kubelet does not read is taken off. */
export interface WrittenKey {
  /** Lower case, without port; may have wildcards. */
  readonly host: string;
  /** The host by which images go that it was meant for: `docker.io` for `registry-1.docker.io`. */
  readonly imageHost: string;
  /** Components of a repository or of what holds it; none for the whole registry. */
  readonly path: readonly string[];
}

const MAX_LENGTH = 1000;
const SCHEMES = /^(?:[a-z][a-z0-9+.-]{0,15}:\/\/){1,3}/i;

/** Reads a server key with all that people put around it: scheme, login, query, API version, tag, wildcard, blanks. */
export function readWrittenKey(serverKey: string): WrittenKey | undefined {
  if (serverKey.length > MAX_LENGTH) return undefined;
  const text = serverKey.trim().replace(/\\/g, '/');
  const address = text.replace(SCHEMES, '').replace(/[?#].*$/s, '');
  const withoutLogin = address.replace(/^[^/]*@/, '');
  const [authority = '', ...path] = withoutLogin.toLowerCase().split('/');
  const host = authority.replace(/:[^:\]]*$/, '');
  if (host === '') return undefined;
  const parts = path.map((part) => part.replace(/[:@].*$/, '')).filter((part) => part !== '');
  const hasVersion = /^v[12]$/.test(parts[0] ?? '');
  const named = hasVersion ? parts.slice(1) : parts;
  const wildcard = named.findIndex((part) => part.includes('*'));
  return { host, imageHost: imageHostOf(host), path: wildcard < 0 ? named : named.slice(0, wildcard) };
}

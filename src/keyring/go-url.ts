import type { ByteString } from '../credential';
import { isIPv6 } from './ipv6';

/** What the kubelet uses of a URL. */
export interface GoUrl {
  /** Host with its port; percent escapes are decoded. */
  readonly host: ByteString;
  /** Empty, or with a leading slash; percent escapes are decoded. */
  readonly path: ByteString;
}

const CONTROL = /[^ -~\x80-\xff]/;
const BAD_ESCAPE = /%(?![0-9A-Fa-f]{2})/;
const USERINFO = /^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/;
const HOST = /^(?:[A-Za-z0-9\-_.~!$&'()*+,;=:[\]<>"\x80-\xff]|%25|%[89A-Fa-f][0-9A-Fa-f])*$/;
const ZONE_ESCAPE = /^[A-Za-z0-9\-_.~!$&'()*+,;=:[\]<>"% ]$/;
const OPTIONAL_PORT = /^(?::[0-9]*)?$/;

/**
 * Parses what follows `https://` or `http://` in a URL as Go's `url.Parse` does: user, query and fragment are checked and dropped.
 * Nothing where Go reports an error.
 *
 * @see https://github.com/golang/go/blob/go1.26.0/src/net/url/url.go
 */
export function parseGoUrl(schemeless: ByteString): GoUrl | undefined {
  const hash = schemeless.indexOf('#');
  const url = hash < 0 ? schemeless : schemeless.slice(0, hash);
  const fragment = hash < 0 ? '' : schemeless.slice(hash + 1);
  if (CONTROL.test(url) || BAD_ESCAPE.test(fragment)) return undefined;

  const question = url.indexOf('?');
  const rest = question < 0 ? url : url.slice(0, question);
  const slash = rest.indexOf('/');
  const authority = slash < 0 ? rest : rest.slice(0, slash);
  const path = slash < 0 ? '' : rest.slice(slash);

  const at = authority.lastIndexOf('@');
  const userinfo = authority.slice(0, Math.max(at, 0));
  if (!USERINFO.test(userinfo) || BAD_ESCAPE.test(userinfo) || BAD_ESCAPE.test(path)) return undefined;
  const host = parseHost(authority.slice(at + 1));
  return host === undefined ? undefined : { host, path: decodeEscapes(path) };
}

function parseHost(host: ByteString): ByteString | undefined {
  if (host.includes('[')) return parseIpLiteral(host);
  const colon = host.indexOf(':');
  if (colon >= 0 && !OPTIONAL_PORT.test(host.slice(colon))) return undefined;
  return HOST.test(host) ? decodeEscapes(host) : undefined;
}

/** `[fe80::1]`, `[fe80::1%25en0]` or `[fe80::1]:80`. */
function parseIpLiteral(host: ByteString): ByteString | undefined {
  const close = host.lastIndexOf(']');
  const port = host.slice(close + 1);
  if (host.lastIndexOf('[') > 0 || close < 0 || !OPTIONAL_PORT.test(port)) return undefined;
  const literal = host.slice(1, close);
  const zoneStart = literal.indexOf('%25');
  const address = zoneStart < 0 ? literal : literal.slice(0, zoneStart);
  const zone = zoneStart < 0 ? '' : unescapeZone(literal.slice(zoneStart));
  if (zone === undefined || !HOST.test(address)) return undefined;
  const unescaped = decodeEscapes(address) + zone;
  return isIPv6(unescaped) ? `[${unescaped}]${port}` : undefined;
}

/** In a zone an escape may only stand for what could stand there unescaped, and for a blank. */
function unescapeZone(zone: ByteString): ByteString | undefined {
  const isAllowed = [...zone.matchAll(/%..|[^%]/gs)].every(([part]) =>
    part.startsWith('%') ? ZONE_ESCAPE.test(decodeEscapes(part)) : HOST.test(part),
  );
  return isAllowed && !BAD_ESCAPE.test(zone) ? decodeEscapes(zone) : undefined;
}

function decodeEscapes(escaped: ByteString): ByteString {
  return escaped.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

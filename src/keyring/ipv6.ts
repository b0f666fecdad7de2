const GROUP = /^[0-9A-Fa-f]{1,4}$/;
const IPV4 = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\.(?!$)|$)){4}$/;
const GROUPS = 8;
const ELLIPSIS = '::';

/**
 * Whether Go reads a text as an IPv6 address, perhaps with a zone and perhaps with an IPv4 address at its end.
 *
 * @see https://github.com/golang/go/blob/go1.26.0/src/net/netip/netip.go (ParseAddr)
 */
export function isIPv6(text: string): boolean {
  const percent = text.indexOf('%');
  const address = percent < 0 ? text : text.slice(0, percent);
  if (percent === text.length - 1 || !/^[^.:]*:/.test(address)) return false;
  const [head = '', tail, ...more] = address.split(ELLIPSIS);
  if (more.length > 0) return false;
  if (tail === undefined) return countGroups(head, true) === GROUPS;
  const before = head === '' ? 0 : countGroups(head, false);
  const after = tail === '' ? 0 : countGroups(tail, true);
  return before + after < GROUPS;
}

/** Not a number where a group is malformed. */
function countGroups(text: string, mayEndInIPv4: boolean): number {
  const groups = text.split(':');
  const last = groups.at(-1) ?? '';
  const endsInIPv4 = mayEndInIPv4 && IPV4.test(last);
  const hexadecimal = endsInIPv4 ? groups.slice(0, -1) : groups;
  return hexadecimal.every((group) => GROUP.test(group)) ? groups.length + (endsInIPv4 ? 1 : 0) : Number.NaN;
}

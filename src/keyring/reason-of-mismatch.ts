import { DOCKER_HUB_KEY } from './docker-hub';
import { KeyPattern, type Place } from './key-pattern';
import { KeyReason } from './key-reason';
import type { WrittenKey } from './written-key';

const API_VERSION = /^\/v[12]$/;

/** Why a key does not match a place; from the host on, since who has another host means another registry. */
export function reasonOfMismatch(pattern: KeyPattern, written: WrittenKey | undefined, target: Place): KeyReason {
  if (!pattern.matchesHost(target)) return reasonOfHost(pattern, written, target);
  if (!pattern.matchesPort(target)) return KeyReason.PORT;
  return reasonOfPath(pattern.place.path, target.path);
}

function reasonOfHost(pattern: KeyPattern, written: WrittenKey | undefined, target: Place): KeyReason {
  const { host, labels } = pattern.place;
  if (host !== target.host && written?.imageHost === target.host) {
    if (host.toLowerCase() === target.host) return KeyReason.LETTER_CASE;
    // with the slash it would be the key that stands for all of Docker Hub
    return host === DOCKER_HUB_KEY && API_VERSION.test(pattern.place.path)
      ? KeyReason.API_VERSION
      : KeyReason.ALIAS_HOST;
  }
  if (labels.length !== target.labels.length) return KeyReason.LABEL_COUNT;
  const folded = KeyPattern.parse(host.toLowerCase());
  return folded?.matchesHost(lowerCase(target)) ? KeyReason.LETTER_CASE : KeyReason.LABEL;
}

function reasonOfPath(path: string, target: string): KeyReason {
  if (API_VERSION.test(path)) return KeyReason.API_VERSION;
  if (path === `${target}/`) return KeyReason.PATH_SLASH;
  // no name has these characters: up to the first one the key may be right
  const [, start = '', odd] = /^([^*:@]*)([*:@])?/.exec(path) ?? [];
  if (!target.startsWith(start.toLowerCase())) return KeyReason.PATH;
  if (odd === '*') return KeyReason.PATH_WILDCARD;
  if (odd !== undefined) return KeyReason.TAG_OR_DIGEST;
  return KeyReason.LETTER_CASE;
}

function lowerCase(place: Place): Place {
  return { ...place, labels: place.labels.map((label) => label.toLowerCase()) };
}

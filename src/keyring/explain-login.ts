import { fromBytes } from '../credential';
import { DOCKER_HUB, DOCKER_HUB_KEY, isDefaultRegistry } from './docker-hub';
import type { FiledLogin } from './filed-login';
import type { KeyExplanation } from './key-explanation';
import { type KeyPattern, type Place, parsePlace } from './key-pattern';
import { KeyReason } from './key-reason';
import type { KeyringMatch } from './keyring-match';
import { reasonOfMismatch } from './reason-of-mismatch';
import { suggestServerKey } from './suggest-server-key';

const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]{0,15}:\/\//;

/** Why a login is among the tried ones of an image, or why not. The image is a name without tag and digest. */
export function explainLogin(filed: FiledLogin, name: string, tried: readonly KeyringMatch[]): KeyExplanation {
  const { configIndex, serverKey, username } = filed.login;
  const at = tried.indexOf(filed.login);
  const reason = reasonOf(filed, name, at >= 0);
  return {
    configIndex,
    serverKey,
    username,
    matches: at >= 0,
    reason,
    order: at < 0 ? undefined : at + 1,
    suggestion: suggestionFor(reason, name, filed),
  };
}

function reasonOf({ key, pattern, login }: FiledLogin, name: string, isTried: boolean): KeyReason {
  const place = parsePlace(name);
  if (isTried && place !== undefined && pattern?.matches(place)) {
    return endsWithSegment(pattern, place) ? KeyReason.MATCHES : KeyReason.MATCHES_BEYOND_SEGMENT;
  }
  if (isTried) return KeyReason.FALLBACK;
  if (key === DOCKER_HUB_KEY && isDefaultRegistry(name)) return KeyReason.FALLBACK_HIDDEN;
  if (place === undefined || pattern === undefined) return KeyReason.UNREADABLE;
  return hasOtherScheme(login.serverKey) ? KeyReason.SCHEME : reasonOfMismatch(pattern, place);
}

function hasOtherScheme(serverKey: string): boolean {
  return SCHEME.test(serverKey.replace(/^https?:\/\//, ''));
}

function endsWithSegment({ place: { path } }: KeyPattern, target: Place): boolean {
  return path === '' || path.endsWith('/') || path === target.path || target.path.charAt(path.length) === '/';
}

function suggestionFor(reason: KeyReason, name: string, { key = '', login }: FiledLogin): string | undefined {
  if (reason === KeyReason.FALLBACK_HIDDEN) return DOCKER_HUB;
  if (reason === KeyReason.MATCHES_BEYOND_SEGMENT) return `${fromBytes(key)}/`;
  return suggestServerKey(name, login.serverKey);
}

import { fromBytes } from '../credential';
import { DOCKER_HUB, DOCKER_HUB_KEY } from './docker-hub';
import type { FiledLogin } from './filed-login';
import type { KeyExplanation } from './key-explanation';
import type { KeyPattern, Place } from './key-pattern';
import { KeyReason } from './key-reason';
import type { KeyringMatch } from './keyring-match';
import type { LookedUpImage } from './looked-up-image';
import { reasonOfMismatch } from './reason-of-mismatch';
import { suggestKeyLike } from './suggest-server-key';
import { readWrittenKey } from './written-key';

const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]{0,15}:\/\//;

/** What was found out about one login: all that a `KeyExplanation` adds to it. */
type Finding = Pick<KeyExplanation, 'reason' | 'suggestion'>;

/** Why a login is among the tried ones of an image, or why not. */
export function explainLogin(filed: FiledLogin, image: LookedUpImage, tried: readonly KeyringMatch[]): KeyExplanation {
  const { configIndex, serverKey, username } = filed.login;
  const at = tried.indexOf(filed.login);
  const matches = at >= 0;
  const finding = matches ? explainMatch(filed, image) : explainMismatch(filed, image);
  return { configIndex, serverKey, username, matches, order: matches ? at + 1 : undefined, ...finding };
}

function explainMatch({ key = '', pattern }: FiledLogin, { place }: LookedUpImage): Finding {
  if (place === undefined || !pattern?.matches(place)) return { reason: KeyReason.FALLBACK };
  if (endsWithSegment(pattern, place)) return { reason: KeyReason.MATCHES };
  return { reason: KeyReason.MATCHES_BEYOND_SEGMENT, suggestion: `${fromBytes(key)}/` };
}

function endsWithSegment({ place: { path } }: KeyPattern, target: Place): boolean {
  return path === '' || path.endsWith('/') || path === target.path || target.path.charAt(path.length) === '/';
}

function explainMismatch({ key, pattern, login }: FiledLogin, image: LookedUpImage): Finding {
  if (key === DOCKER_HUB_KEY && image.isDockerHubs) {
    return { reason: KeyReason.FALLBACK_HIDDEN, suggestion: DOCKER_HUB };
  }
  const written = readWrittenKey(login.serverKey);
  const suggestion = suggestKeyLike(written, image);
  if (image.place === undefined || pattern === undefined) return { reason: KeyReason.UNREADABLE, suggestion };
  if (hasOtherScheme(login.serverKey)) return { reason: KeyReason.SCHEME, suggestion };
  return { reason: reasonOfMismatch(pattern, written, image.place), suggestion };
}

function hasOtherScheme(serverKey: string): boolean {
  return SCHEME.test(serverKey.replace(/^https?:\/\//, ''));
}

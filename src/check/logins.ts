import { shownServerKey } from '../credential';
import type { KeyringMatch } from '../keyring';

/** Whether a login has no password: the kubelet uses it all the same, and no registry takes it. */
export function isEmptyLogin(match: KeyringMatch): boolean {
  return match.revealPassword() === '';
}

/** A server key as data of a report: without the login that somebody may have written into it. */
export function serverKeyText(serverKey: string): string {
  return shownServerKey(serverKey).slice(1, -1);
}

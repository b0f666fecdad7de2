import type { KeyringMatch } from '../keyring';

/** Whether a login has no password: the kubelet uses it all the same, and no registry takes it. */
export function isEmptyLogin(match: KeyringMatch): boolean {
  return match.revealPassword() === '';
}

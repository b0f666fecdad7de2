import type { DockerConfigEntry } from '../credential';
import type { KeyringMatch } from '../keyring';

/** Whether a login has no password: the kubelet uses it all the same, and no registry takes it. */
export function isEmptyLogin(match: KeyringMatch): boolean {
  return match.revealPassword() === '';
}

/** Whether two entries log in alike. */
export function sameLogin(a: DockerConfigEntry, b: DockerConfigEntry): boolean {
  return a.username === b.username && a.revealPassword() === b.revealPassword();
}

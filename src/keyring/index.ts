export { Keyring } from './keyring';
export { KeyringMatch } from './keyring-match';
export { normalizeServerKey } from './normalize-key';

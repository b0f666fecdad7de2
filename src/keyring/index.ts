export { DOCKER_HUB, DOCKER_HUB_KEY } from './docker-hub';
export type { KeyExplanation } from './key-explanation';
export { KeyReason } from './key-reason';
export { Keyring } from './keyring';
export { KeyringMatch } from './keyring-match';
export { normalizeServerKey } from './normalize-key';
export { suggestServerKey } from './suggest-server-key';

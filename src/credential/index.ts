export { type ByteString, fromBytes, toBytes } from './byte-string';
export { DockerConfig, type DockerConfigLogin } from './docker-config';
export { DockerConfigEntry } from './docker-config-entry';
export { Password } from './password';
export { shownServerKey } from './shown-server-key';

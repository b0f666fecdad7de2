export { type ByteString, fromBytes, toBytes } from './byte-string';
export { paddingOf } from './check-login';
export { Credentials } from './credentials';
export { DockerConfig, type DockerConfigLogin } from './docker-config';
export { DockerConfigEntry } from './docker-config-entry';
export type { Environment } from './environment';
export { compactKeyFile } from './key-file';
export { Password } from './password';
export {
  RemoteCredentials,
  type RemoteValue,
  type StoredLoginProps,
  type StoredPasswordProps,
} from './remote-credentials';
export { resolveCredentials } from './resolve-credentials';
export type { ResolvedCredentials } from './sources/credential-source';
export type { DockerConfigCredentials } from './sources/docker-config';
export type { EnvironmentCredentials } from './sources/environment';
export type { FileCredentials } from './sources/file';
export type { PlainTextCredentials } from './sources/plain-text';
export { type HelperAnswer, onlyEnvironment, type Surroundings } from './surroundings';

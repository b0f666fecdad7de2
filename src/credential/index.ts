export { type ByteString, fromBytes, toBytes } from './byte-string';
export {
  Credentials,
  type EnvironmentCredentials,
  type PlainTextCredentials,
  type ResolvedCredentials,
} from './credentials';
export { DockerConfig, type DockerConfigLogin } from './docker-config';
export { DockerConfigEntry } from './docker-config-entry';
export type { Environment } from './environment';
export { Password } from './password';
export { resolveCredentials } from './resolve-credentials';
export { RemoteCredentials, type RemoteValue, type StoredLoginProps, type StoredPasswordProps } from './remote-credentials';

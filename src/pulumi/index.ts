export {
  Credentials,
  DockerConfig,
  DockerConfigEntry,
  type DockerConfigLogin,
  type EnvironmentCredentials,
  Password,
  type PlainTextCredentials,
} from '../credential';
export { RegcredError } from '../error';
export { ImageReference } from '../image';
export { Keyring, KeyringMatch } from '../keyring';
export {
  type CreateServiceAccountProps,
  type LoginsPullSecretProps,
  type PatchServiceAccountProps,
  Platform,
  PullSecret,
  ServiceAccountBinding,
} from '../plan';
export {
  type AcrOptions,
  AnonymousAccess,
  type ArtifactoryOptions,
  type ArtifactRegistryOptions,
  AzureCloud,
  type ChainguardOptions,
  type CloudsmithOptions,
  type CustomRegistryOptions,
  type DigitalOceanOptions,
  type DockerHubOptions,
  type EcrOptions,
  type GcrOptions,
  type GhcrOptions,
  type GitLabOptions,
  type HarborOptions,
  type IbmOptions,
  type ICredentials,
  type LoginOptions,
  type NexusOptions,
  type NvidiaOptions,
  type OcirOptions,
  type QuayOptions,
  Registry,
  RegistryLogin,
  type ScalewayOptions,
} from '../registry';
export type { ConflictPolicy } from './bound-account';
export { type ConfigCredentials, InputCredentials, type InputLogin } from './input-credentials';
export type { NamespaceInput } from './namespace-target';
export { type PodDefaultsOptions, type PodPullSecret, podDefaults } from './pod-defaults';
export { PrivateRegistryAccess, type PrivateRegistryAccessArgs } from './private-registry-access';

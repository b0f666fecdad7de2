export {
  type CustomKindProps,
  ImagePullPolicy,
  PodDefaults,
  type PodDefaultsProps,
  PrivateRegistryAccess,
  type PrivateRegistryAccessProps,
} from './cdk8s';
export {
  Credentials,
  DockerConfig,
  DockerConfigEntry,
  type DockerConfigLogin,
  type EnvironmentCredentials,
  Password,
  type PlainTextCredentials,
} from './credential';
export { RegcredError } from './error';
export { ImageReference } from './image';
export { Keyring, KeyringMatch } from './keyring';
export {
  type CreateServiceAccountProps,
  type LoginsPullSecretProps,
  type PatchServiceAccountProps,
  Platform,
  PullSecret,
  ServiceAccountBinding,
} from './plan';
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
} from './registry';

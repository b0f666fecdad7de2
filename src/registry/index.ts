export { AnonymousAccess } from './anonymous-access';
export { CATALOGUE, imageHostOf } from './catalogue';
export { CLOUD_REGISTRIES } from './cloud-registries';
export { ecrPlaceOf } from './ecr-host';
export type { ICredentials } from './i-credentials';
export { Registry } from './registry';
export { type LoginOptions, RegistryLogin } from './registry-login';
export {
  type AcrOptions,
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
  type NexusOptions,
  type NvidiaOptions,
  type OcirOptions,
  type QuayOptions,
  type ScalewayOptions,
} from './registry-options';
export type { FactName, RegistryGuide, RegistryRecord } from './registry-record';
export { parseServer, parseServerKey } from './server-key';
export { shortLivedToken } from './short-lived-token';
export { shownServerKey } from './shown-server-key';

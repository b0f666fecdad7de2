export {
  ACR_CLIENT_ID,
  AZURE_CLIENT_ID,
  AZURE_USE_LABEL,
  ECR_ROLE_ARN,
  GKE_IMAGE_PULL,
  GKE_SERVICE_ACCOUNT,
  IRSA_ROLE_ARN,
} from './annotations';
export type { EcrPullPolicyOptions } from './aws/ecr-policy';
export type { EcrPullIdentityOptions } from './aws/ecr-pull';
export { IamPolicy } from './aws/iam-policy';
export type { EksIrsaOptions } from './aws/irsa';
export type { IrsaTrustOptions } from './aws/irsa-trust';
export type { EksPodIdentityOptions } from './aws/pod-identity';
export {
  type AssociationTargetOptions,
  PodIdentityAssociation,
  type PodIdentityAssociationOptions,
} from './aws/pod-identity-association';
export type { PodIdentityTrustOptions } from './aws/pod-identity-trust';
export type { AcrPullIdentityOptions } from './azure/acr-pull';
export { AcrPullGrant, type AcrPullGrantOptions } from './azure/acr-pull-grant';
export type { AzureRuntimeIdentityOptions } from './azure/azure-runtime';
export { AzureFederatedCredential, type AzureFederatedCredentialOptions } from './azure/federated-credential';
export {
  type ArtifactRegistryReaderOptions,
  type DirectGrantOptions,
  GcpGrant,
  type WorkloadIdentityUserOptions,
} from './google/gcp-grant';
export type { GkeClusterOptions } from './google/gke-cluster';
export type { GkeRuntimeIdentityOptions } from './google/gke-identity';
export type { GkeProjectOptions } from './google/principal';
export { identityPair } from './identity-pair';
export type { AcrCredentialProviderOptions, AksIdentityBindings } from './kubelet/acr-provider';
export { CredentialProvider, type CustomCredentialProviderOptions } from './kubelet/credential-provider';
export { CredentialProviderConfig, type CredentialProviderConfigOptions } from './kubelet/credential-provider-config';
export type { EcrCredentialProviderOptions } from './kubelet/ecr-provider';
export type { GcpCredentialProviderOptions } from './kubelet/gcp-provider';
export type { CredentialProviderOptions, ProviderRunOptions, ProviderTokenOptions } from './kubelet/provider-entry';
export { ServiceAccountTokens, TokenCacheType } from './kubelet/token-use';
export { PullIdentity } from './pull-identity';
export { registriesPulledAs } from './pulled-registries';
export { RuntimeIdentity } from './runtime-identity';
export { TokenScope } from './token-audience-access';
export { type WorkloadAccountOptions, WorkloadAccounts } from './workload-accounts';

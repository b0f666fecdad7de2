export {
  CheckSeverity,
  type CheckSuppression,
  type CustomKindProps,
  type ExistingPullSecret,
  type FromConfigProps,
  ImagePullPolicy,
  NamespaceFanOut,
  type NamespaceFanOutProps,
  PodDefaults,
  type PodDefaultsProps,
  PrivateRegistryAccess,
  type PrivateRegistryAccessProps,
  PullCheck,
  PullCheckPlugin,
  type PullCheckProps,
  RegistryPolicy,
  type RegistryPolicyProps,
  SecretReaders,
  type SecretReadersProps,
  WorkloadIdentity,
  type WorkloadIdentityProps,
} from './cdk8s';
export { type ExternalSecretsFanOutOptions, FanOutEngine, PodBinding } from './fan-out';
export { NamespaceSelector } from './plan';
export { PolicyEngine, PolicyMode } from './policy';
export * from './pure';

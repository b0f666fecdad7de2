export type { CustomKindProps } from './custom-kind';
export type { PodDefaultsProps } from './pod-defaults';
export { ImagePullPolicy, PodDefaults } from './pod-defaults';
export type { PrivateRegistryAccessProps } from './private-registry-access';
export { PrivateRegistryAccess } from './private-registry-access';
export { PullCheck } from './pull-check';
export { PullCheckPlugin } from './pull-check-plugin';
export { CheckSeverity, type CheckSuppression, type ExistingPullSecret, type PullCheckProps } from './pull-check-props';

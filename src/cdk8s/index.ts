export type { CustomKindProps } from './custom-kind';
export type { PodDefaultsProps } from './pod-defaults';
export { ImagePullPolicy, PodDefaults } from './pod-defaults';
export type { PrivateRegistryAccessProps } from './private-registry-access';
export { PrivateRegistryAccess } from './private-registry-access';

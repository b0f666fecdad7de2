import { CLOUD_REGISTRIES } from '../registry';
import { ACR_CLIENT_ID, ECR_ROLE_ARN, GKE_IMAGE_PULL } from './annotations';

/**
 * Which registries of the catalogue, by id, the kubelet may log in to as a ServiceAccount with these annotations, where the
 * credential provider of the node reads them.
 */
export function registriesPulledAs(annotations: Readonly<Record<string, string>>): string[] {
  return [
    ...(annotations[ECR_ROLE_ARN] ? CLOUD_REGISTRIES.aws : []),
    ...(annotations[ACR_CLIENT_ID] ? CLOUD_REGISTRIES.azure : []),
    ...(annotations[GKE_IMAGE_PULL] === 'true' ? CLOUD_REGISTRIES.google : []),
  ];
}

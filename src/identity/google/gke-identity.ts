import { GKE_IMAGE_PULL, GKE_SERVICE_ACCOUNT } from '../annotations';
import type { IdentityParts, PullIdentityParts } from '../identity-parts';
import { parseGcpServiceAccountEmail } from './service-account-email';

/** GKE workload identity through a Google service account. */
export interface GkeRuntimeIdentityOptions {
  /** Email of the Google service account that the containers get, such as `api@acme-prod.iam.gserviceaccount.com`. */
  readonly serviceAccountEmail: string;
}

export function gkeRuntime({ serviceAccountEmail }: GkeRuntimeIdentityOptions): IdentityParts {
  return {
    description: 'GKE workload identity',
    annotations: { [GKE_SERVICE_ACCOUNT]: parseGcpServiceAccountEmail(serviceAccountEmail) },
  };
}

/** Nothing in the cluster: IAM grants to the ServiceAccount itself. */
export const GKE_DIRECT: IdentityParts = { description: 'GKE workload identity, direct', annotations: {} };

/** GKE manages the node's provider entry and what its kubelets may ask for. */
export const GKE_PULL: PullIdentityParts = {
  description: 'PullIdentity.gke',
  annotations: { [GKE_IMAGE_PULL]: 'true' },
  registries: ['artifact-registry', 'gcr'],
  plugin: 'auth-provider-gcp with --identity-provider (on cloud-provider-gcp since July 2026)',
};

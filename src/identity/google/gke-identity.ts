import { GKE_IMAGE_PULL, GKE_SERVICE_ACCOUNT } from '../annotations';
import type { IdentityParts, PullIdentityParts } from '../identity-parts';
import { type GkeProjectOptions, gkeMembers, gkePrincipals } from './principal';
import { parseGcpProjectId } from './project-id';
import { parseGcpProjectNumber } from './project-number';
import { parseGcpServiceAccountEmail } from './service-account-email';

/** GKE workload identity through a Google service account. */
export interface GkeRuntimeIdentityOptions {
  /** Email of the Google service account that the containers get, such as `api@acme-prod.iam.gserviceaccount.com`. */
  readonly serviceAccountEmail: string;
  /** Id of the project that the cluster lies in. */
  readonly clusterProjectId: string;
}

export function gkeRuntime(options: GkeRuntimeIdentityOptions): IdentityParts {
  const project = parseGcpProjectId(options.clusterProjectId);
  return {
    description: 'GKE workload identity',
    annotations: { [GKE_SERVICE_ACCOUNT]: parseGcpServiceAccountEmail(options.serviceAccountEmail) },
    subjects: (accounts) => gkeMembers(project, accounts),
  };
}

/** Nothing in the cluster: IAM grants to the ServiceAccount itself. */
export function gkeDirect(options: GkeProjectOptions): IdentityParts {
  const project = parseProject(options);
  return {
    description: 'GKE workload identity, direct',
    annotations: {},
    subjects: (accounts) => gkePrincipals(project, accounts),
  };
}

/** No RBAC: GKE manages the node's provider entry, and what its kubelets may ask for. */
export function gkePull(options: GkeProjectOptions): PullIdentityParts {
  const project = parseProject(options);
  return {
    description: 'PullIdentity.gke',
    annotations: { [GKE_IMAGE_PULL]: 'true' },
    subjects: (accounts) => gkePrincipals(project, accounts),
    plugin: 'auth-provider-gcp with --identity-provider (in cloud-provider-gcp since July 2026)',
  };
}

function parseProject({ projectId, projectNumber }: GkeProjectOptions): GkeProjectOptions {
  return { projectId: parseGcpProjectId(projectId), projectNumber: parseGcpProjectNumber(projectNumber) };
}

import type { WorkloadAccounts } from '../workload-accounts';
import { parseGcpProjectId, workloadIdentityPool } from './project-id';
import { parseGcpProjectNumber } from './project-number';

/** The project of a GKE cluster, under both of its names: Google Cloud's principals hold both. */
export interface GkeProjectOptions {
  /** Id of the project that the cluster lies in. */
  readonly projectId: string;
  /** Number of the same project, as a string of digits. */
  readonly projectNumber: string;
}

/** Each ServiceAccount as a principal of Google Cloud. @see https://cloud.google.com/iam/docs/principal-identifiers */
export function gkePrincipals(project: GkeProjectOptions, accounts: WorkloadAccounts): string[] {
  const { namespaces, serviceAccount } = accounts;
  const number = parseGcpProjectNumber(project.projectNumber);
  const pool = workloadIdentityPool(parseGcpProjectId(project.projectId));
  const base = `principal://iam.googleapis.com/projects/${number}/locations/global/workloadIdentityPools/${pool}/subject`;
  return namespaces.map((namespace) => `${base}/ns/${namespace}/sa/${serviceAccount}`);
}

/** Each ServiceAccount as the member that may act as a Google service account. */
export function gkeMembers(clusterProjectId: string, accounts: WorkloadAccounts): string[] {
  const { namespaces, serviceAccount } = accounts;
  const pool = workloadIdentityPool(parseGcpProjectId(clusterProjectId));
  return namespaces.map((namespace) => `serviceAccount:${pool}[${namespace}/${serviceAccount}]`);
}

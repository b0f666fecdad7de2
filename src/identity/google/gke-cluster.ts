import { RegcredError, requireString } from '../../error';
import { quoted } from '../../image';
import { parseGcpProjectId } from './project-id';

const NAME = /^[a-z](?:[a-z0-9-]{0,38}[a-z0-9])?$/;
/** A region (`europe-west1`) or a zone (`europe-west1-b`). */
const LOCATION = /^[a-z]+-[a-z]+\d{1,2}(?:-[a-z])?$/;

/** Which GKE cluster. */
export interface GkeClusterOptions {
  /** Id of the project that the cluster lies in. */
  readonly projectId: string;
  /** Region or zone, such as `europe-west1` or `europe-west1-b`. */
  readonly location: string;
  /** Name of the cluster: at most 40 lower-case letters, digits and `-`. */
  readonly clusterName: string;
}

/** The URL of a GKE cluster, under which Google's token service knows it. */
export function gkeClusterUrl(options: GkeClusterOptions): string {
  const projectId = parseGcpProjectId(options.projectId);
  const { location, clusterName } = options;
  requireString(clusterName, 'identity-gke-cluster', 'GKE cluster name', "one such as 'prod'");
  requireString(location, 'identity-gke-cluster', 'GKE location', "'europe-west1' or 'europe-west1-b'");
  if (clusterName.length > 40 || !NAME.test(clusterName)) {
    throw malformed(`cluster name must be at most 40 lower-case letters, digits and '-': got ${quoted(clusterName)}`);
  }
  if (location.length > 40 || !LOCATION.test(location)) {
    throw malformed(
      `location must be a region or a zone: got ${quoted(location)}, write 'europe-west1' or 'europe-west1-b'`,
    );
  }
  return `https://container.googleapis.com/v1/projects/${projectId}/locations/${location}/clusters/${clusterName}`;
}

function malformed(message: string): RegcredError {
  return new RegcredError('identity-gke-cluster', `GKE ${message}`);
}

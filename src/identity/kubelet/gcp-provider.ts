import { RegcredError, requireOneOf } from '../../error';
import { quoted } from '../../image';
import { GKE_IMAGE_PULL } from '../annotations';
import { type GkeClusterOptions, gkeClusterUrl } from '../google/gke-cluster';
import { workloadIdentityPool } from '../google/project-id';
import { annotationTokens } from './annotation-tokens';
import { matchImagesOf } from './match-image';
import { type CredentialProviderOptions, type ProviderEntry, providerEntry } from './provider-entry';
import { ServiceAccountTokens } from './token-use';

/** The credential provider of Artifact Registry. */
export interface GcpCredentialProviderOptions extends CredentialProviderOptions {
  /** What it does with ServiceAccount tokens; anything but OFF needs Kubernetes 1.34 and `cluster`. @default - OPTIONAL with `cluster`, OFF without */
  readonly tokens?: ServiceAccountTokens;
  /** The cluster, under whose name tokens are exchanged. @default - none: the node's service account pulls */
  readonly cluster?: GkeClusterOptions;
}

/** On GKE itself the node's file belongs to Google. @see https://github.com/kubernetes/cloud-provider-gcp/tree/master/cmd/auth-provider-gcp */
export function gcpProvider(options: GcpCredentialProviderOptions): ProviderEntry {
  const { name = 'auth-provider-gcp', cluster } = options;
  const tokens = options.tokens ?? (cluster ? ServiceAccountTokens.OPTIONAL : ServiceAccountTokens.OFF);
  requireOneOf(tokens, 'tokens', ServiceAccountTokens);
  if (tokens !== ServiceAccountTokens.OFF && !cluster) {
    throw new RegcredError(
      'credential-provider-token',
      `${quoted(name)} exchanges tokens under the name of the cluster: write cluster`,
    );
  }
  const exchange = cluster
    ? [`--identity-provider=${gkeClusterUrl(cluster)}`, `--project-id=${cluster.projectId}`]
    : [];
  return providerEntry(
    {
      name,
      // container.cloud.google.com is a host of the provider's own list that no registry answers on
      matchImages: options.matchImages ?? matchImagesOf(['gcr', 'artifact-registry']),
      args: options.args ?? ['get-credentials', ...exchange],
      env: options.env ?? {},
      defaultCacheDuration: options.defaultCacheDuration ?? 60,
    },
    cluster && annotationTokens(tokens, workloadIdentityPool(cluster.projectId), [GKE_IMAGE_PULL]),
  );
}

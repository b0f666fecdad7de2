import { RegcredError, requireOptions, requireString } from '../../error';
import { CLOUD_REGISTRIES } from '../../registry';
import type { Generator } from './generator';
import { usernameAndPassword } from './generator';
import type { SecretKey } from './secret-key';
import { secretKeyRef, serviceAccountRef } from './secret-key';

/** Properties of `GoogleAuth.workloadIdentity`. */
export interface GoogleWorkloadIdentityProps {
  /** A ServiceAccount of each namespace: the one that `WorkloadIdentity` makes. */
  readonly serviceAccount: string;

  /** Name of the GKE cluster. */
  readonly clusterName: string;

  /** Region or zone of the cluster, such as `europe-west1`. */
  readonly clusterLocation: string;

  /**
   * Project of the cluster.
   *
   * @default - the project of the images
   */
  readonly clusterProjectId?: string;
}

/** Who asks Google for an access token. */
export class GoogleAuth {
  /**
   * The Google identity of a ServiceAccount (Workload Identity Federation for GKE).
   *
   * @throws RegcredError `service-account-name` where the name is not a DNS subdomain, `generator-auth` where the cluster is missing
   */
  public static workloadIdentity(props: GoogleWorkloadIdentityProps): GoogleAuth {
    requireOptions(
      props,
      "GoogleAuth.workloadIdentity({ serviceAccount: 'puller', clusterName: 'prod', clusterLocation: 'europe-west1' })",
    );
    const { serviceAccount, clusterName, clusterLocation, clusterProjectId } = props;
    requireString(clusterName, 'generator-auth', 'clusterName', "one such as 'prod'");
    requireString(clusterLocation, 'generator-auth', 'clusterLocation', "a region or zone, such as 'europe-west1'");
    return new GoogleAuth({
      workloadIdentity: {
        serviceAccountRef: serviceAccountRef(serviceAccount),
        clusterLocation,
        clusterName,
        ...(clusterProjectId && { clusterProjectID: clusterProjectId }),
      },
    });
  }

  /**
   * The JSON key of a service account, in a Secret of each namespace.
   *
   * @throws RegcredError `secret-name` or `generator-auth` where the Secret or its key is none
   */
  public static keyFile(secret: SecretKey): GoogleAuth {
    return new GoogleAuth({ secretRef: { secretAccessKeySecretRef: secretKeyRef(secret) } });
  }

  /** @internal */
  public readonly _auth: Readonly<Record<string, unknown>>;

  private constructor(auth: Readonly<Record<string, unknown>>) {
    this._auth = auth;
  }
}

/** Properties of `GeneratedCredentials.google`. */
export interface GoogleTokenProps {
  /** Project that the images are in. */
  readonly projectId: string;

  /** Who asks for the token. */
  readonly auth: GoogleAuth;
}

/** Access tokens for Artifact Registry and the old names of Container Registry. */
export function google({ projectId, auth }: GoogleTokenProps): Generator {
  requireOptions(
    auth,
    "auth: GoogleAuth.workloadIdentity({ serviceAccount: 'puller', clusterName: 'prod', clusterLocation: 'europe-west1' })",
  );
  if (requireString(projectId, 'generator-auth', 'projectId', "a project's id, such as 'acme-prod'") === '')
    throw new RegcredError('generator-auth', "projectId is empty: write a project's id, such as 'acme-prod'");
  return {
    kind: 'GCRAccessToken',
    registries: CLOUD_REGISTRIES.google,
    spec: () => ({ projectID: projectId, auth: auth._auth }),
    login: usernameAndPassword,
  };
}

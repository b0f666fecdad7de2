import { RegcredError, requireOptions, requireString } from '../../error';
import { CLOUD_REGISTRIES, type Registry } from '../../registry';
import type { Generator } from './generator';
import { usernameAndPassword } from './generator';
import type { SecretKey } from './secret-key';
import { secretKeyRef, serviceAccountRef } from './secret-key';

/** Properties of `AzureAuth.servicePrincipal`. */
export interface AzureServicePrincipalProps {
  /** Where the application id is. */
  readonly clientId: SecretKey;

  /** Where the client secret is. */
  readonly clientSecret: SecretKey;
}

/** Who asks Entra for a token. */
export class AzureAuth {
  /**
   * The Azure identity of a ServiceAccount of each namespace: the one that `WorkloadIdentity` makes.
   *
   * @throws RegcredError `service-account-name` where the name is not a DNS subdomain
   */
  public static workloadIdentity(serviceAccount: string): AzureAuth {
    return new AzureAuth({ workloadIdentity: { serviceAccountRef: serviceAccountRef(serviceAccount) } }, false);
  }

  /**
   * A service principal whose id and secret are in a Secret of each namespace.
   *
   * @throws RegcredError `secret-name` or `generator-auth` where a Secret or a key of it is none
   */
  public static servicePrincipal(props: AzureServicePrincipalProps): AzureAuth {
    requireOptions(
      props,
      "AzureAuth.servicePrincipal({ clientId: { name: 'azure', key: 'id' }, clientSecret: { name: 'azure', key: 'secret' } })",
    );
    const { clientId, clientSecret } = props;
    const secretRef = { clientId: secretKeyRef(clientId), clientSecret: secretKeyRef(clientSecret) };
    return new AzureAuth({ servicePrincipal: { secretRef } }, true);
  }

  /** A managed identity of the operator's node, by its client id. */
  public static managedIdentity(clientId: string): AzureAuth {
    const identityId = requireString(clientId, 'generator-auth', 'client id of a managed identity', 'its GUID');
    return new AzureAuth({ managedIdentity: { identityId } }, false);
  }

  /** @internal */
  public readonly _auth: Readonly<Record<string, unknown>>;

  /** @internal */
  public readonly _needsTenant: boolean;

  private constructor(auth: Readonly<Record<string, unknown>>, needsTenant: boolean) {
    this._auth = auth;
    this._needsTenant = needsTenant;
  }
}

/** Properties of `GeneratedCredentials.acr`. */
export interface AcrTokenProps {
  /** Who asks for the token. */
  readonly auth: AzureAuth;

  /**
   * Id of the Entra tenant; a service principal needs it.
   *
   * @default - the one of the identity
   */
  readonly tenantId?: string;

  /**
   * The repositories that the token may pull, such as `repository:team/app:pull`; separated by blanks.
   *
   * @default - everything that the identity may do
   */
  readonly scope?: string;
}

/** The operator's names of Azure's clouds, by the end of a login server. */
const ENVIRONMENTS: Readonly<Record<string, string>> = {
  io: 'PublicCloud',
  us: 'USGovernmentCloud',
  cn: 'ChinaCloud',
  de: 'GermanCloud',
};

/** Refresh tokens of a registry, or access tokens for a scope. */
export function acr({ auth, tenantId, scope }: AcrTokenProps): Generator {
  requireOptions(auth, "auth: AzureAuth.workloadIdentity('acr-puller')");
  if (auth._needsTenant && tenantId === undefined) {
    throw new RegcredError(
      'generator-auth',
      'a service principal logs in to a tenant, and none is given: write its id as tenantId',
    );
  }
  return {
    kind: 'ACRAccessToken',
    registries: CLOUD_REGISTRIES.azure,
    spec: ({ host }: Registry) => ({
      ...(tenantId && { tenantId }),
      registry: host,
      ...(scope && { scope }),
      environmentType: ENVIRONMENTS[host.slice(host.lastIndexOf('.') + 1)] ?? 'PublicCloud',
      auth: auth._auth,
    }),
    login: usernameAndPassword,
  };
}

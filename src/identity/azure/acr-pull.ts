import { RegcredError, requireOneOf } from '../../error';
import { ACR_CLIENT_ID, ACR_TENANT_ID } from '../annotations';
import { AKS_IDENTITY_BINDING_AUDIENCE, AZURE_AUDIENCE } from '../audience';
import type { PullIdentityParts } from '../identity-parts';
import { TokenScope, tokenAudienceAccess } from '../token-audience-access';
import { parseGuid } from './guid';

/** Pulls from Azure Container Registry as an identity of the ServiceAccount's own. */
export interface AcrPullIdentityOptions {
  /** Client id of the managed identity or application that pulls: a GUID. It needs the role `AcrPull`. */
  readonly clientId: string;
  /** Tenant of it: a GUID. @default - required, but for AKS identity bindings */
  readonly tenantId?: string;
  /** Whether the nodes use AKS identity bindings, with `api://AKSIdentityBinding`. @default false */
  readonly identityBindings?: boolean;
  /**
   * The ServiceAccounts whose tokens the kubelets may get; it must fit the provider entry of the node.
   * @default - TokenScope.CLUSTER with identity bindings, TokenScope.SERVICE_ACCOUNT without
   */
  readonly tokenScope?: TokenScope;
}

export function acrPull(options: AcrPullIdentityOptions): PullIdentityParts {
  const { clientId, tenantId, identityBindings = false } = options;
  if (tenantId === undefined && !identityBindings) {
    throw new RegcredError(
      'identity-guid',
      'tenant id of PullIdentity.acr is missing: acr-credential-provider takes both annotations or none, write tenantId',
    );
  }
  const audience = identityBindings ? AKS_IDENTITY_BINDING_AUDIENCE : AZURE_AUDIENCE;
  const scope = options.tokenScope ?? (identityBindings ? TokenScope.CLUSTER : TokenScope.SERVICE_ACCOUNT);
  requireOneOf(scope, 'tokenScope', TokenScope);
  return {
    description: 'PullIdentity.acr',
    annotations: {
      [ACR_CLIENT_ID]: parseGuid(clientId, 'client id'),
      ...(tenantId !== undefined && { [ACR_TENANT_ID]: parseGuid(tenantId, 'tenant id') }),
    },
    objects: (accounts) => tokenAudienceAccess(audience, scope, accounts),
    plugin: 'acr-credential-provider 1.34 with the back-port, or 1.35',
  };
}

import { AZURE_CLIENT_ID, AZURE_TENANT_ID, AZURE_TOKEN_EXPIRATION, AZURE_USE_LABEL } from '../annotations';
import type { IdentityParts } from '../identity-parts';
import { AZURE_EXPIRATION, parseTokenExpiration } from '../token-expiration';
import { parseGuid } from './guid';

/** Microsoft Entra Workload ID. */
export interface AzureRuntimeIdentityOptions {
  /** Client id of the managed identity or application that the containers get: a GUID. */
  readonly clientId: string;
  /** Tenant of it: a GUID. @default - the tenant of the cluster's webhook */
  readonly tenantId?: string;
  /** Time that the token lives, in seconds: 3600 to 86400. @default - as the webhook is configured: 3600 */
  readonly tokenExpiration?: number;
}

export function azureRuntime({ clientId, tenantId, tokenExpiration }: AzureRuntimeIdentityOptions): IdentityParts {
  return {
    description: 'Azure workload identity',
    annotations: {
      [AZURE_CLIENT_ID]: parseGuid(clientId, 'client id'),
      ...(tenantId !== undefined && { [AZURE_TENANT_ID]: parseGuid(tenantId, 'tenant id') }),
      ...(tokenExpiration !== undefined && {
        [AZURE_TOKEN_EXPIRATION]: parseTokenExpiration(tokenExpiration, AZURE_EXPIRATION),
      }),
    },
    podLabels: { [AZURE_USE_LABEL]: 'true' },
  };
}

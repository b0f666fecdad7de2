import { RegcredError } from '../../error';
import { quoted } from '../../image';
import { ACR_CLIENT_ID, ACR_TENANT_ID } from '../annotations';
import { AKS_IDENTITY_BINDING_AUDIENCE, AZURE_AUDIENCE } from '../audience';
import { parseGuid } from '../azure/guid';
import { annotationTokens } from './annotation-tokens';
import { matchImagesOf } from './match-image';
import { type CredentialProviderOptions, type ProviderEntry, providerEntry } from './provider-entry';
import { ServiceAccountTokens } from './token-use';

/** AKS identity bindings on the node. */
export interface AksIdentityBindings {
  /** Server name of the cluster's identity binding proxy (`--ib-sni-name`). */
  readonly sniName: string;
  /** Address of the API server (`--ib-apiserver-ip`). */
  readonly apiServerIp: string;
  /** Client id for pods without the annotation: a GUID. @default - they pull as the node */
  readonly defaultClientId?: string;
  /** Tenant id for pods without the annotation: a GUID. @default - the node's */
  readonly defaultTenantId?: string;
}

/** The credential provider of Azure Container Registry. */
export interface AcrCredentialProviderOptions extends CredentialProviderOptions {
  /**
   * What it does with ServiceAccount tokens; anything but OFF needs Kubernetes 1.34. OPTIONAL only with identity bindings: the
   * provider takes a token with both annotations or fails.
   *
   * @default - ServiceAccountTokens.OPTIONAL with identity bindings, ServiceAccountTokens.REQUIRED without
   */
  readonly tokens?: ServiceAccountTokens;
  /** AKS identity bindings of the node. @default - none */
  readonly identityBindings?: AksIdentityBindings;
  /** Path of the cloud's configuration on the node. @default '/etc/kubernetes/azure.json' */
  readonly cloudConfig?: string;
}

/** @see https://github.com/kubernetes-sigs/cloud-provider-azure/tree/master/cmd/acr-credential-provider */
export function acrProvider(options: AcrCredentialProviderOptions): ProviderEntry {
  const { identityBindings, cloudConfig = '/etc/kubernetes/azure.json' } = options;
  const usual = identityBindings ? ServiceAccountTokens.OPTIONAL : ServiceAccountTokens.REQUIRED;
  const { name = 'acr-credential-provider', tokens = usual } = options;
  if (tokens === ServiceAccountTokens.OPTIONAL && !identityBindings) {
    throw new RegcredError(
      'credential-provider-token',
      `${quoted(name)} cannot serve pods without the annotations when it gets tokens: write ServiceAccountTokens.REQUIRED, ` +
        'and a second entry of another name with ServiceAccountTokens.OFF for the other pods',
    );
  }
  return providerEntry(
    {
      name,
      matchImages: options.matchImages ?? matchImagesOf(['acr']),
      args: options.args ?? [cloudConfig, ...(identityBindings ? bindingArgs(identityBindings) : [])],
      env: options.env ?? {},
      defaultCacheDuration: options.defaultCacheDuration ?? 600,
    },
    identityBindings
      ? annotationTokens(tokens, AKS_IDENTITY_BINDING_AUDIENCE, [ACR_CLIENT_ID])
      : annotationTokens(tokens, AZURE_AUDIENCE, [ACR_CLIENT_ID, ACR_TENANT_ID]),
  );
}

function bindingArgs({ sniName, apiServerIp, defaultClientId, defaultTenantId }: AksIdentityBindings): string[] {
  return [
    `--ib-sni-name=${sniName}`,
    `--ib-apiserver-ip=${apiServerIp}`,
    ...(defaultClientId === undefined ? [] : [`--ib-default-client-id=${parseGuid(defaultClientId, 'client id')}`]),
    ...(defaultTenantId === undefined ? [] : [`--ib-default-tenant-id=${parseGuid(defaultTenantId, 'tenant id')}`]),
  ];
}

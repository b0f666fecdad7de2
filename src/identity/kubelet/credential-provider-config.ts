import { RegcredError, requireList } from '../../error';
import { KubernetesVersion, SERVICE_ACCOUNT_TOKENS_SINCE } from '../../kubernetes';
import type { CredentialProvider } from './credential-provider';
import type { ProviderEntry } from './provider-entry';

/** For which nodes a file is. */
export interface CredentialProviderConfigOptions {
  /** Version of the kubelets, such as `1.34`. @default - not checked */
  readonly kubernetesVersion?: string;
}

/**
 * The file that `--image-credential-provider-config` of a kubelet names. It lies on the node and is no manifest: nothing in the
 * cluster reads it.
 *
 * @see https://kubernetes.io/docs/reference/config-api/kubelet-config.v1/#kubelet-config-k8s-io-v1-CredentialProviderConfig
 */
export class CredentialProviderConfig {
  /**
   * A file of these providers, in this order.
   *
   * @throws RegcredError `credential-provider-name`, `credential-provider-duplicate` or `pull-identity-version`
   */
  public static of(
    providers: CredentialProvider[],
    options: CredentialProviderConfigOptions = {},
  ): CredentialProviderConfig {
    const listed = requireList(providers, 'credential-provider-name', 'providers', '[CredentialProvider.ecr()]');
    const entries = listed.map((provider) => provider._entry);
    if (entries.length === 0) {
      throw new RegcredError(
        'credential-provider-name',
        'a kubelet does not start without providers in the file: write at least one',
      );
    }
    checkNames(entries);
    checkVersion(entries, options.kubernetesVersion);
    return new CredentialProviderConfig(entries);
  }

  /** What the author should know, one sentence each. */
  public readonly warnings: string[];
  readonly #entries: readonly ProviderEntry[];

  private constructor(entries: readonly ProviderEntry[]) {
    this.#entries = entries;
    this.warnings = entries.flatMap((entry) => unservedPods(entry, entries));
  }

  /** The file as a plain value. */
  public toObject(): { [key: string]: unknown } {
    return { apiVersion: 'kubelet.config.k8s.io/v1', kind: 'CredentialProviderConfig', providers: this.#entries };
  }
}

function checkNames(entries: readonly ProviderEntry[]): void {
  const names = entries.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return;
  throw new RegcredError(
    'credential-provider-duplicate',
    `two entries have one name, and no kubelet starts so: got '${twice}' twice; an entry has one audience and is the name of an executable, ` +
      `so link it under a second one, ln -s ${twice} ${twice}-2, and write name: '${twice}-2'`,
  );
}

function checkVersion(entries: readonly ProviderEntry[], version: string | undefined): void {
  const withToken = entries.find(({ tokenAttributes }) => tokenAttributes !== undefined);
  if (version === undefined || withToken === undefined) return;
  const kubelet = KubernetesVersion.parse(version);
  if (!kubelet.isBefore(SERVICE_ACCOUNT_TOKENS_SINCE)) return;
  throw new RegcredError(
    'pull-identity-version',
    `'${withToken.name}' gets ServiceAccount tokens, and a kubelet before ${SERVICE_ACCOUNT_TOKENS_SINCE} does not start with that: ` +
      `got Kubernetes ${kubelet}, write tokens: ServiceAccountTokens.OFF`,
  );
}

/** One audience for each entry: what requires an annotation leaves the other pods to a second entry, and there may be none. */
function unservedPods(
  { name, matchImages, tokenAttributes }: ProviderEntry,
  entries: readonly ProviderEntry[],
): string[] {
  const required = tokenAttributes?.requiredServiceAccountAnnotationKeys ?? [];
  const isServed = (image: string) =>
    entries.some((other) => !other.tokenAttributes?.requireServiceAccount && other.matchImages.includes(image));
  const unserved = matchImages.filter((image) => !isServed(image));
  if (required.length === 0 || unserved.length === 0) return [];
  return [
    `pods whose ServiceAccount has not ${required.join(' and ')} get no credential from '${name}' for ${unserved[0]}` +
      `${unserved.length > 1 ? ` and ${unserved.length - 1} more patterns` : ''}: add a second entry, such as '${name}-node', ` +
      `for the node's identity, and link the executable under that name`,
  ];
}

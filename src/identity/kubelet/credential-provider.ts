import { requireOptions } from '../../error';
import { type AcrCredentialProviderOptions, acrProvider } from './acr-provider';
import { type EcrCredentialProviderOptions, ecrProvider } from './ecr-provider';
import { type GcpCredentialProviderOptions, gcpProvider } from './gcp-provider';
import {
  type ProviderEntry,
  type ProviderRunOptions,
  type ProviderTokenOptions,
  providerEntry,
} from './provider-entry';

/** A credential provider of anybody's. */
export interface CustomCredentialProviderOptions extends ProviderRunOptions {
  /** Name of the executable in the kubelet's `--image-credential-provider-bin-dir`. */
  readonly name: string;
  /** Which images it is asked for, as globs of hosts: at least one. */
  readonly matchImages: string[];
  /** The ServiceAccount token that it is handed; needs Kubernetes 1.34. @default - none */
  readonly token?: ProviderTokenOptions;
}

/** A program on the node that the kubelet asks for credentials. @see https://kubernetes.io/docs/tasks/administer-cluster/kubelet-credential-provider/ */
export class CredentialProvider {
  /**
   * Amazon ECR, each host form in each partition.
   *
   * @throws RegcredError `credential-provider-…` or `identity-role-arn`
   */
  public static ecr(options: EcrCredentialProviderOptions = {}): CredentialProvider {
    return new CredentialProvider(ecrProvider(options));
  }

  /**
   * Azure Container Registry, geo-replicas and sovereign clouds included.
   *
   * @throws RegcredError `credential-provider-…` or `identity-guid`
   */
  public static acr(options: AcrCredentialProviderOptions = {}): CredentialProvider {
    return new CredentialProvider(acrProvider(options));
  }

  /**
   * Artifact Registry, under its old names too.
   *
   * @throws RegcredError `credential-provider-…`, `identity-gke-cluster` or `identity-gcp-project`
   */
  public static gcp(options: GcpCredentialProviderOptions = {}): CredentialProvider {
    return new CredentialProvider(gcpProvider(options));
  }

  /**
   * Any other provider.
   *
   * @throws RegcredError `credential-provider-…` or `identity-audience`
   */
  public static custom(options: CustomCredentialProviderOptions): CredentialProvider {
    requireOptions(options, "CredentialProvider.custom({ name: 'custom', matchImages: ['*.registry.example.com'] })");
    const { name, matchImages, args = [], env = {}, defaultCacheDuration = 0 } = options;
    return new CredentialProvider(providerEntry({ name, matchImages, args, env, defaultCacheDuration }, options.token));
  }

  /** Name of the executable. */
  public readonly name: string;
  /** Which images it is asked for, as globs of hosts. */
  public readonly matchImages: string[];

  /**
   * The entry of the file.
   * @internal
   */
  public readonly _entry: ProviderEntry;

  private constructor(entry: ProviderEntry) {
    this.name = entry.name;
    this.matchImages = [...entry.matchImages];
    this._entry = entry;
  }
}

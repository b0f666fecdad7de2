import { RegcredError, requireString } from '../error';

/** `1.34`, `v1.34.2`, `1.34.3-gke.1000`, `v1.34.1-eks-c39b1d0`; `1.34+` is what EKS answers. There is no other major version than 1. */
const VERSION = /^v?1\.(\d{1,3})(?:\.\d{1,5})?\+?(?:[-+][\w.+-]+)?$/;
const MAX_VERSION = 64;

/** The version of a cluster, as far as its rules depend on it. */
export class KubernetesVersion {
  /** A version as `kubectl version` or a cloud prints it. @throws RegcredError `kubernetes-version` where it is none */
  public static parse(text: string): KubernetesVersion {
    requireString(text, 'kubernetes-version', 'Kubernetes version', "it in quotes, such as '1.35'");
    const [, minor] = (text.length <= MAX_VERSION && VERSION.exec(text)) || [];
    if (minor !== undefined) return new KubernetesVersion(Number(minor));
    throw new RegcredError(
      'kubernetes-version',
      `a Kubernetes version is written 1.MINOR: got '${text.slice(0, MAX_VERSION)}', write for example '1.35'`,
    );
  }

  private constructor(private readonly minor: number) {}

  public isBefore(other: KubernetesVersion): boolean {
    return this.minor < other.minor;
  }

  public toString(): string {
    return `1.${this.minor}`;
  }
}

/** From here on the kubelet hands ServiceAccount tokens to credential providers unless it is told not to; 1.33 knows them as an alpha. */
export const SERVICE_ACCOUNT_TOKENS_SINCE = KubernetesVersion.parse('1.34');

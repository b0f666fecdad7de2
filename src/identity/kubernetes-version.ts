import { RegcredError, requireString } from '../error';
import { quoted } from '../image/quoting';

/** `1.34`, `v1.34.2`, `1.34.3-gke.1000`, `v1.34.1-eks-c39b1d0`; `1.34+` is what EKS answers. */
const VERSION = /^v?(\d{1,3})\.(\d{1,3})(?:\.\d{1,5})?\+?(?:[-+][\w.+-]+)?$/;
const MAX_VERSION = 64;

/** The minor version of a cluster. */
export class KubernetesVersion {
  /** A version as `kubectl version` or a cloud prints it. */
  public static parse(text: string): KubernetesVersion {
    requireString(text, 'identity-kubernetes-version', 'Kubernetes version', "it in quotes, such as '1.34'");
    const [, major, minor] = (text.length <= MAX_VERSION && VERSION.exec(text)) || [];
    if (major === undefined || minor === undefined) {
      throw new RegcredError(
        'identity-kubernetes-version',
        `Kubernetes version must have a major and a minor number: got ${quoted(text)}, write '1.34'`,
      );
    }
    return new KubernetesVersion(Number(major), Number(minor));
  }

  private constructor(
    private readonly major: number,
    private readonly minor: number,
  ) {}

  public isBefore(other: KubernetesVersion): boolean {
    return this.major === other.major ? this.minor < other.minor : this.major < other.major;
  }

  public toString(): string {
    return `${this.major}.${this.minor}`;
  }
}

/** From here on the kubelet hands ServiceAccount tokens to credential providers unless it is told not to; 1.33 knows them as an alpha. */
export const SERVICE_ACCOUNT_TOKENS_SINCE = KubernetesVersion.parse('1.34');

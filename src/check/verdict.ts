import type { ContainerRole } from '../manifest';
import type { Location } from './location';

/**
 * How an image will be pulled.
 *
 * - `credential`: the kubelet selects a login out of the pod's Secrets
 * - `anonymous`: no login matches, and the image is known to be public
 * - `node`: the node has it or has the login (declared pattern, or `imagePullPolicy: Never`)
 * - `opaque`: a Secret that is made in the cluster is taken to hold the login
 * - `missing`: no login matches, and the image is not known to be public
 * - `malformed`: nothing can be pulled: a Secret of the pod does not decode, or the image is no image name
 */
export type Verdict = (typeof VERDICTS)[number];

export const VERDICTS = ['credential', 'anonymous', 'node', 'opaque', 'missing', 'malformed'] as const;

/** A login that the kubelet tries, in its order. */
export interface TriedCredential {
  /** The Secret it comes from. */
  readonly secret: string;
  /** The server key as it stands in the Secret. */
  readonly serverKey: string;
}

/** Where a pod's pull secrets come from: its own list, its ServiceAccount's, nothing but an admission policy, or nowhere. */
export type PullSecretOrigin = 'pod' | 'service-account' | 'policy' | 'none';

/** The verdict for one image of one object. */
export interface ImageVerdict {
  readonly namespace: string;
  readonly kind: string;
  readonly name: string;
  /** The container's name, or the volume's for an image volume. */
  readonly container: string;
  readonly image: string;
  readonly verdict: Verdict;

  readonly role: ContainerRole;
  /** One sentence: what the kubelet does with this image. */
  readonly why: string;
  /** What the kubelet tries, in its order; the first that the registry takes is used. */
  readonly tried: readonly TriedCredential[];
  /** The ServiceAccount the pod runs as. */
  readonly serviceAccount: string;
  /** The names of the Secrets that the pod ends up with. */
  readonly pullSecrets: readonly string[];
  readonly pullSecretsFrom: PullSecretOrigin;
  readonly location: Location;
}

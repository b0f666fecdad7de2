import type { ImageReference } from '../image';
import type { KubernetesVersion } from '../kubernetes';
import type { ImageUse, JsonPath } from '../manifest';
import { joinPaths } from '../manifest';
import type { AdmittedPullSecrets } from './admission';
import type { AccountIdentity, IdentityAnnotation, RuntimeMark } from './model/account-identity';
import type { ClusterModel } from './model/cluster-model';
import type { SecretModel } from './model/secret-model';
import type { WorkloadModel } from './model/workload-model';
import type { PullContext } from './pull-context';
import type { PullDecision } from './pull-decision';

/** An image of a pod, with what the kubelet does with it. */
export interface CheckedImage {
  readonly use: ImageUse;
  /** The image as it stands in the manifest. */
  readonly text: string;
  /** None where the text is no image name: `fault` says why. */
  readonly reference?: ImageReference;
  readonly fault?: string;
  readonly decision: PullDecision;
  /** What one might take for the login that it lacks: who the containers are has no part in pulling. */
  readonly mistaken?: RuntimeMark;
  /** The annotation by which a newer cluster would pull it. */
  readonly unread?: IdentityAnnotation;
}

/** A workload, with what admission and the kubelet make of it. */
export interface CheckedPod {
  readonly workload: WorkloadModel;
  readonly admitted: AdmittedPullSecrets;
  readonly context: PullContext;
  /** Who clouds take the pod's account for. */
  readonly identity: AccountIdentity;
  readonly images: readonly CheckedImage[];
  /** Whether an image of the pod has no login and is not known to be public. */
  readonly lacksCredential: boolean;
}

/** Everything that a rule may look at. */
export interface CheckedCluster {
  readonly model: ClusterModel;
  readonly pods: readonly CheckedPod[];
  /** The pods that end up with a Secret. */
  readonly usersOf: (secret: SecretModel) => readonly CheckedPod[];
  /** The pods that run as an account. */
  readonly podsOf: (namespace: string, account: string) => readonly CheckedPod[];
  /** The context of other pull secrets in a namespace: what would be if they were bound. */
  readonly contextOf: (namespace: string, names: readonly string[]) => PullContext;
  /** Of the cluster. */
  readonly version: KubernetesVersion;
}

/** The way to something in the pod spec of a workload. */
export function inPodSpec({ workload }: CheckedPod, ...path: JsonPath): JsonPath {
  return [...workload.path, ...path];
}

/** The way to an image inside its object. */
export function imagePath({ workload }: CheckedPod, use: ImageUse): JsonPath {
  return joinPaths(workload.path, use.path);
}

/** The images of pods that have no login and are not known to be public. */
export function lackingImages(pods: readonly CheckedPod[]): CheckedImage[] {
  return pods.flatMap(({ images }) => images.filter(({ decision }) => decision.verdict === 'missing'));
}

/** An error where an image of one of the pods stays without a login, else a warning. */
export function severityFor(pods: readonly CheckedPod[]): 'error' | 'warning' {
  return pods.some(({ lacksCredential }) => lacksCredential) ? 'error' : 'warning';
}

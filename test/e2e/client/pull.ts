import { call } from '../harness/api';
import { until } from '../harness/until';

/** What the kubelet says about the image of a container. */
export type Pull =
  | { readonly outcome: 'pulled' }
  | { readonly outcome: 'refused'; readonly reason: string; readonly message: string };

/** Reasons of a container whose image has not been tried yet. Every other one is a refusal: for a malformed Secret it is the decoder's error. */
const NOT_TRIED = ['', 'ContainerCreating', 'PodInitializing'];

interface ContainerStatus {
  readonly name: string;
  readonly state?: {
    readonly running?: object;
    readonly terminated?: object;
    readonly waiting?: { readonly reason?: string; readonly message?: string };
  };
}

/** The part of a pod that the kubelet writes. */
export interface Pod {
  readonly status: {
    readonly containerStatuses?: readonly ContainerStatus[];
    readonly initContainerStatuses?: readonly ContainerStatus[];
  };
}

/** Waits until the kubelet has tried the image of a pod's container (the first one, unless named), and says how it went. */
export async function pullOf(namespace: string, pod: string, container?: string): Promise<Pull> {
  return until({ what: `the kubelet to try the image of ${namespace}/${pod}`, seconds: 40 }, () =>
    pullNow(namespace, pod, container),
  );
}

/** Waits until a pod's container runs, through as many refusals as it takes. */
export async function running(namespace: string, pod: string, seconds = 60): Promise<void> {
  await until({ what: `${namespace}/${pod} to run`, seconds, everyMs: 200 }, async () =>
    (await pullNow(namespace, pod))?.outcome === 'pulled' ? true : undefined,
  );
}

async function pullNow(namespace: string, name: string, container?: string): Promise<Pull | undefined> {
  const { status, body } = await call('GET', `/api/v1/namespaces/${namespace}/pods/${name}`);
  if (status !== 200) throw new Error(`pod ${namespace}/${name}: ${status}`);
  return pullIn(body as Pod, container);
}

/** What a pod's status says about the image of a container; undefined as long as the kubelet has not tried it. */
export function pullIn(pod: Pod, container?: string): Pull | undefined {
  const statuses = [...(pod.status.initContainerStatuses ?? []), ...(pod.status.containerStatuses ?? [])];
  const state = statuses.find(({ name }) => container === undefined || name === container)?.state;
  if (state?.running || state?.terminated) return { outcome: 'pulled' };
  const { reason = '', message = '' } = state?.waiting ?? {};
  return NOT_TRIED.includes(reason) ? undefined : { outcome: 'refused', reason, message };
}

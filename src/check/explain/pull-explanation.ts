import type { ImageVerdict, PullSecretOrigin, Verdict } from '../verdict';

/** What is asked: how would, or will, this image be pulled? */
export interface PullQuestion {
  /** The image as a pod names it; without tag and digest, and where no pod has the tag, every tag is meant. */
  readonly image: string;
  /** @default - every namespace; `default` for a pod that would have the image */
  readonly namespace?: string;
  /** The account of a pod that would have the image. @default - the pods that have it are explained */
  readonly serviceAccount?: string;
}

/** The way of an image from pods to the keys of their Secrets. */
export interface PullExplanation {
  /** The pods that have the image and come the same way; none for a pod that would have it. */
  readonly pods: readonly Pick<ImageVerdict, 'namespace' | 'kind' | 'name' | 'container'>[];
  /** The image as the pods name it. */
  readonly image: string;
  /** What the kubelet looks up: no tag, no digest, all defaults written out. */
  readonly name: string;
  readonly namespace: string;
  readonly serviceAccount: string;
  /** Whether a manifest has the account; `default` is always there. */
  readonly hasServiceAccount: boolean;
  readonly pullSecretsFrom: PullSecretOrigin;
  /** The pull secrets in the order of the list. */
  readonly secrets: readonly ExplainedSecret[];
  readonly verdict: Verdict;
  /** One sentence: what the kubelet does. */
  readonly why: string;
}

/** What the kubelet makes of one pull secret. */
export interface ExplainedSecret {
  readonly name: string;
  /** What is to be said of the Secret itself. @default - it is read, and its keys tell the rest */
  readonly note?: string;
  readonly keys: readonly ExplainedKey[];
}

/** What the kubelet makes of one key of a Secret. */
export interface ExplainedKey {
  readonly serverKey: string;
  readonly username: string;
  /** Place in the order of trying, from 1. @default - it is not tried */
  readonly order?: number;
  /** Why it is tried, or why not. */
  readonly why: string;
  /** Server key to write instead. @default - none: the key is right, or it is for something else */
  readonly suggestion?: string;
}

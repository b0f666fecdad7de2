import type { KubernetesObject, LabelRequirement } from '../kubernetes';

/** Copies of some Secrets in the namespaces of a selector: what an engine is told. */
export interface FanOutPlan {
  /** Name of what an engine needs beside the Secrets. */
  readonly name: string;
  readonly sourceNamespace: string;
  /** Names of the Secrets, the same at the source and in each namespace. */
  readonly secrets: readonly string[];
  /** Which namespaces get copies; the source's own is not among them. */
  readonly namespaces: readonly LabelRequirement[];
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** How the Secrets get into the namespaces. */
export interface CopyMethod {
  /** What it is called in messages. */
  readonly name: string;
  /** Annotations by which the source asks for copies; none where the engine is told in documents of its own. */
  readonly sourceAnnotations?: (plan: FanOutPlan) => Readonly<Record<string, string>>;
  readonly documents: (plan: FanOutPlan) => readonly KubernetesObject[];
}

/** Metadata of a document that belongs to a fan-out. */
export function metadataOf(
  { labels, annotations }: FanOutPlan,
  name: string,
  more: { readonly namespace?: string; readonly annotations?: Readonly<Record<string, string>> } = {},
): KubernetesObject['metadata'] {
  const all = { ...annotations, ...more.annotations };
  return {
    name,
    ...(more.namespace !== undefined && { namespace: more.namespace }),
    ...(labels && { labels }),
    ...(Object.keys(all).length > 0 && { annotations: all }),
  };
}

/** A Kubernetes document as it stands in YAML: plain JSON values only. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: KubernetesMetadata;
  readonly [field: string]: unknown;
}

export interface KubernetesMetadata {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A request that the engine made to the Kubernetes provider. */
export interface RecordedRequest {
  readonly method: 'configure' | 'check' | 'create' | 'update' | 'delete' | 'diff' | 'invoke';
  readonly urn: string;
  /** The type token, such as `kubernetes:core/v1:Secret`. */
  readonly type: string;
  /** True when nothing is to be done for real. */
  readonly preview: boolean;
  /** The properties with the marks of secrets and unknowns taken out. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Paths of what Pulumi had marked as secret. */
  readonly secrets: readonly string[];
  /** Paths of what is known only after `up`. */
  readonly unknowns: readonly string[];
  /** Properties for which a diff asked for a replacement. */
  readonly replaces?: readonly string[];
}

/** Names of the files in the folder that `REGCRED_RECORDING` points to. */
export const REQUESTS_FILE = 'requests.jsonl';
export const CLUSTER_FILE = 'cluster.json';

import { type Input, isUnknown, type Resource, type ResourceTransformArgs } from '@pulumi/pulumi';
import { type Cluster, defaultNamespace } from './cluster';
import { opened } from './opened';

/** Pull secrets, and the namespace whose pods get them. */
export interface Reach {
  /** @default - every namespace */
  readonly namespace?: Input<string>;
  readonly pullSecrets: readonly Input<string>[];
  /** What makes the pull secrets: pods wait for it, and are gone before it is. */
  readonly madeBy: readonly Resource[];
}

/** Where an object without a namespace goes, where nobody says otherwise. */
const DEFAULT_NAMESPACE = 'default';

type Groups = ReadonlyMap<unknown, readonly Reach[]>;

/** Finds the reaches of a namespace. */
export class Reaches {
  readonly #everywhere: readonly Reach[];
  readonly #limited: readonly Reach[];
  readonly #cluster: Cluster | undefined;
  #byNamespace?: Promise<Groups>;

  /** @param cluster the one whose objects are meant; those of every one where none is given */
  public constructor(reaches: readonly Reach[], cluster?: Cluster) {
    this.#cluster = cluster;
    this.#everywhere = reaches.filter(({ namespace }) => namespace === undefined);
    this.#limited = reaches.filter(({ namespace }) => namespace !== undefined);
  }

  /** Those of the namespace that an object's metadata names; a preview that cannot know it takes those that it cannot know either. */
  public async of({ props, opts }: ResourceTransformArgs): Promise<readonly Reach[]> {
    const provider = 'provider' in opts ? opts.provider : undefined;
    if (this.#cluster && !(await this.#cluster.has(provider))) return [];
    this.#byNamespace ??= this.#grouped(this.#limited);
    const { value } = await opened(props.metadata);
    const key = isUnknown(value) ? UNKNOWN : await this.#keyOf(Reflect.get(Object(value), 'namespace'));
    return [...this.#everywhere, ...((await this.#byNamespace).get(key) ?? [])];
  }

  async #grouped(reaches: readonly Reach[]): Promise<Groups> {
    const groups = new Map<unknown, Reach[]>();
    for (const reach of reaches) {
      const key = await this.#keyOf(reach.namespace);
      const group = groups.get(key);
      if (group) group.push(reach);
      else groups.set(key, [reach]);
    }
    return groups;
  }

  async #keyOf(namespace: unknown): Promise<unknown> {
    const { value } = await opened(namespace);
    if (isUnknown(value)) return UNKNOWN;
    if (value) return value;
    const { value: ambient } = await opened(this.#cluster ? this.#cluster.namespace : defaultNamespace());
    return isUnknown(ambient) ? UNKNOWN : ambient || DEFAULT_NAMESPACE;
  }
}

const UNKNOWN = Symbol('a namespace that is not known yet');

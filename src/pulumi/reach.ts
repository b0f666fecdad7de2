import { type Input, isUnknown, type Resource, type ResourceTransformArgs } from '@pulumi/pulumi';
import { type Cluster, defaultNamespace } from './cluster';
import { opened } from './opened';

/** Pull secrets, and the namespace whose pods get them. */
export interface Reach {
  /** @default - every namespace */
  readonly namespace?: Input<string>;
  readonly pullSecrets: readonly Input<string>[];
  /** What makes the pull secrets and their namespace: pods wait for it, and are gone before it is. */
  readonly madeBy: readonly Resource[];
}

/** Where an object without a namespace goes, where nobody says otherwise. */
const DEFAULT_NAMESPACE = 'default';

/** Finds the reaches of a namespace. */
export class Reaches {
  readonly #everywhere: readonly Reach[];
  readonly #limited: readonly Reach[];
  readonly #cluster: Cluster | undefined;
  /** Those whose namespaces are there by now, with their places in the list. */
  readonly #byNamespace = new Map<unknown, [number, Reach][]>();
  #complete?: Promise<unknown>;

  /** @param cluster the one whose objects are meant; those of every one where none is given */
  public constructor(reaches: readonly Reach[], cluster?: Cluster) {
    this.#cluster = cluster;
    this.#everywhere = reaches.filter(({ namespace }) => namespace === undefined);
    this.#limited = reaches.filter(({ namespace }) => namespace !== undefined);
  }

  /** Those of the namespace that an object's metadata names; a preview that cannot know it takes those that it cannot know either. */
  public async of(args: ResourceTransformArgs): Promise<readonly Reach[]> {
    if (!(await this.#isInCluster(args))) return [];
    await this.#group();
    return this.#find(args);
  }

  /** Those whose namespaces are there already: it waits for none. */
  public async known(args: ResourceTransformArgs): Promise<readonly Reach[]> {
    if (!(await this.#isInCluster(args))) return [];
    this.#group().catch(() => {}); // whoever waits for them is told
    await new Promise(setImmediate);
    return this.#find(args);
  }

  async #isInCluster({ opts }: ResourceTransformArgs): Promise<boolean> {
    return this.#cluster === undefined || this.#cluster.has('provider' in opts ? opts.provider : undefined);
  }

  #group(): Promise<unknown> {
    this.#complete ??= Promise.all(this.#limited.map((reach, i) => this.#place(reach, i)));
    return this.#complete;
  }

  async #place(reach: Reach, i: number): Promise<void> {
    const key = await this.#keyOf(reach.namespace);
    this.#byNamespace.set(key, [...(this.#byNamespace.get(key) ?? []), [i, reach]]);
  }

  async #find({ props }: ResourceTransformArgs): Promise<readonly Reach[]> {
    const { value } = await opened(props.metadata);
    const key = isUnknown(value) ? UNKNOWN : await this.#keyOf(Reflect.get(Object(value), 'namespace'));
    const here = [...(this.#byNamespace.get(key) ?? [])].sort(([one], [other]) => one - other);
    return [...this.#everywhere, ...here.map(([, reach]) => reach)];
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

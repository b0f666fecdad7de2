import { type Input, isUnknown, type Resource } from '@pulumi/pulumi';
import { opened } from './opened';

/** Pull secrets, and the namespace whose pods get them. */
export interface Reach {
  /** @default - every namespace */
  readonly namespace?: Input<string>;
  readonly pullSecrets: readonly Input<string>[];
  /** What makes the pull secrets: pods wait for it, and are gone before it is. */
  readonly madeBy: readonly Resource[];
}

/** Where an object without a namespace goes, as far as anybody can tell. */
const DEFAULT_NAMESPACE = 'default';

type Groups = ReadonlyMap<unknown, readonly Reach[]>;

/** Finds the reaches of a namespace. */
export class Reaches {
  readonly #everywhere: readonly Reach[];
  readonly #limited: readonly Reach[];
  #byNamespace?: Promise<Groups>;

  public constructor(reaches: readonly Reach[]) {
    this.#everywhere = reaches.filter(({ namespace }) => namespace === undefined);
    this.#limited = reaches.filter(({ namespace }) => namespace !== undefined);
  }

  /** Those of the namespace that an object's metadata names; a preview that cannot know it takes those that it cannot know either. */
  public async of(metadata: unknown): Promise<readonly Reach[]> {
    this.#byNamespace ??= grouped(this.#limited);
    const { value } = await opened(metadata);
    const key = isUnknown(value) ? UNKNOWN : await keyOf(Reflect.get(Object(value), 'namespace'));
    return [...this.#everywhere, ...((await this.#byNamespace).get(key) ?? [])];
  }
}

const UNKNOWN = Symbol('a namespace that is not known yet');

async function grouped(reaches: readonly Reach[]): Promise<Groups> {
  const groups = new Map<unknown, Reach[]>();
  for (const reach of reaches) {
    const key = await keyOf(reach.namespace);
    const group = groups.get(key);
    if (group) group.push(reach);
    else groups.set(key, [reach]);
  }
  return groups;
}

async function keyOf(namespace: unknown): Promise<unknown> {
  const { value } = await opened(namespace);
  return isUnknown(value) ? UNKNOWN : (value ?? DEFAULT_NAMESPACE);
}

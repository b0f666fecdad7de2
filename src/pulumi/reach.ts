import { type Input, isUnknown, Output, type Resource, runtime } from '@pulumi/pulumi';
import { known } from './known';

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

/** Finds the reaches of a namespace. */
export class Reaches {
  readonly #byNamespace: Promise<ReadonlyMap<string | undefined, readonly Reach[]>>;
  readonly #everywhere: readonly Reach[];

  public constructor(reaches: readonly Reach[]) {
    this.#everywhere = reaches.filter(({ namespace }) => namespace === undefined);
    this.#byNamespace = grouped(reaches);
  }

  /** Those of the namespace that an object's metadata names; a preview that cannot know it takes those that it cannot know either. */
  public async of(metadata: unknown): Promise<readonly Reach[]> {
    const here = (await this.#byNamespace).get(await namespaceOf(metadata)) ?? [];
    return [...this.#everywhere, ...here];
  }
}

async function grouped(reaches: readonly Reach[]): Promise<ReadonlyMap<string | undefined, readonly Reach[]>> {
  const groups = new Map<string | undefined, Reach[]>();
  for (const reach of reaches) {
    if (reach.namespace === undefined) continue;
    const namespace = await known(reach.namespace);
    const group = groups.get(namespace);
    if (group) group.push(reach);
    else groups.set(namespace, [reach]);
  }
  return groups;
}

async function namespaceOf(metadata: unknown): Promise<string | undefined> {
  const fields: unknown = Output.isInstance(metadata)
    ? metadata.apply((value) => value)
    : runtime.unwrapRpcSecret(metadata);
  if (isUnknown(fields)) return undefined;
  const namespace: unknown = Output.isInstance(fields)
    ? fields.apply((value) => value?.namespace ?? DEFAULT_NAMESPACE)
    : Reflect.get(Object(await fields), 'namespace');
  if (isUnknown(namespace)) return undefined;
  return known((runtime.unwrapRpcSecret(namespace) ?? DEFAULT_NAMESPACE) as Input<string>);
}

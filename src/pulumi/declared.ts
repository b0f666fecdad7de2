import { ComponentResource, type Resource, type ResourceTransformArgs } from '@pulumi/pulumi';
import { logicalNameOf } from './logical-name';
import { opened } from './opened';
import { perDeployment } from './per-deployment';

/** Components of which the provider makes pods: charts and YAML. */
const CHART = /^kubernetes:/;

/**
 * The order in which a program declares its resources. Pulumi runs a transform on those too that were declared before it, as long as they
 * are not registered; and what was declared before a component may be what the component waits for.
 */
export class Declared {
  public static readonly ofDeployment = perDeployment(() => new Declared());

  readonly #visited = new Set<Resource>();
  /** By parent, type and name: after how many marks a resource was there. */
  readonly #marks = new Map<string, number>();
  #count = 0;

  private constructor() {}

  /** Notes what has been declared by now; the number of this mark. */
  public mark(component: ComponentResource): number {
    this.#count += 1;
    this.#visit(rootOf(component));
    return this.#count;
  }

  /** The first mark at which a resource was there; infinity where it was there at none. */
  public async firstMarkOf({ type, name, opts }: ResourceTransformArgs): Promise<number> {
    const parent = opts.parent && String((await opened(opts.parent.urn)).value);
    const [, , types = '', ...names] = parent?.split('::') ?? [];
    const parentKey = keyOf(types.split('$').pop() ?? '', names.join('::'));
    // what a chart holds is declared with the chart, and registered by somebody else
    const keys = [`${parentKey} ${keyOf(type, name)}`, ...(CHART.test(parentKey) ? [parentKey] : [])];
    return Math.min(...keys.map((key) => this.#marks.get(key) ?? Number.POSITIVE_INFINITY));
  }

  #visit(resource: Resource): void {
    if (!this.#visited.has(resource)) {
      this.#visited.add(resource);
      const key = keyOfResource(resource);
      if (!this.#marks.has(key)) this.#marks.set(key, this.#count);
    }
    const children: Iterable<Resource> = Reflect.get(resource, '__childResources') ?? [];
    for (const child of children) this.#visit(child);
  }
}

function rootOf(resource: Resource): Resource {
  const parent: Resource | undefined = Reflect.get(resource, '__parentResource');
  return parent === undefined ? resource : rootOf(parent);
}

/** A custom resource by its parent too; a chart by itself, as its pods will name it. */
function keyOfResource(resource: Resource): string {
  const own = keyOf(typeOf(resource), logicalNameOf(resource));
  const parent: Resource | undefined = Reflect.get(resource, '__parentResource');
  if (ComponentResource.isInstance(resource) || parent === undefined) return own;
  return `${keyOf(typeOf(parent), logicalNameOf(parent))} ${own}`;
}

function typeOf(resource: Resource): string {
  return String(Reflect.get(resource, '__pulumiType') ?? '');
}

function keyOf(type: string, name: string): string {
  return `${type}::${name}`;
}

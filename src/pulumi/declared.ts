import { ComponentResource, type Resource, type ResourceTransformArgs } from '@pulumi/pulumi';
import { logicalNameOf } from './logical-name';
import { opened } from './opened';
import { perDeployment } from './per-deployment';

/** Whether a resource was declared before something else. */
export type IsEarlier = (args: ResourceTransformArgs) => Promise<boolean>;

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

  /** Notes what has been declared by now. */
  public mark(component: ComponentResource): IsEarlier {
    this.#count += 1;
    const now = this.#count;
    this.#visit(rootOf(component));
    return async ({ type, name, opts }) => {
      const parent = opts.parent && String((await opened(opts.parent.urn)).value);
      const [, , types = '', ...names] = parent?.split('::') ?? [];
      const parentKey = keyOf(types.split('$').pop() ?? '', names.join('::'));
      // what a chart holds is declared with the chart, and registered by somebody else
      const keys = [`${parentKey} ${keyOf(type, name)}`, ...(CHART.test(parentKey) ? [parentKey] : [])];
      return keys.some((key) => (this.#marks.get(key) ?? Number.POSITIVE_INFINITY) <= now);
    };
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

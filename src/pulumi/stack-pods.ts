import { type ComponentResource, type ResourceTransformArgs, runtime } from '@pulumi/pulumi';
import { Cluster } from './cluster';
import { Declared } from './declared';
import { perDeployment } from './per-deployment';
import { podDefaultsTransform } from './pod-defaults-transform';
import { type Reach, Reaches } from './reach';

/**
 * The pods of a stack, which all components of a deployment fill in by one transform: in the order of the components, as cdk8s does, and
 * with one call of the engine for each resource.
 */
export class StackPods {
  public static readonly ofDeployment = perDeployment(() => new StackPods());

  readonly #declared = Declared.ofDeployment();
  readonly #components: { readonly reaches: Reaches; readonly mark: number }[] = [];

  private constructor() {}

  /** Gives the pods that a component reaches its pull secrets. */
  public add(component: ComponentResource, reaches: readonly Reach[]): void {
    const mark = this.#declared.mark(component);
    this.#components.push({ reaches: new Reaches(reaches, Cluster.of(component)), mark });
    if (this.#components.length === 1) runtime.registerResourceTransform(podDefaultsTransform(this, {}));
  }

  /** What reaches a resource. The component may wait for one that was declared before it, which then cannot wait for the component. */
  public async of(args: ResourceTransformArgs): Promise<readonly Reach[]> {
    const components = [...this.#components]; // those by now: the program goes on
    const firstMark = await this.#declared.firstMarkOf(args);
    const found = components.map(async ({ reaches, mark }) => {
      if (mark < firstMark) return reaches.of(args);
      return (await reaches.known(args)).map((reach) => ({ ...reach, madeBy: [] }));
    });
    return (await Promise.all(found)).flat();
  }
}

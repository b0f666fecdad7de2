import { type ComponentResource, Config, type Input, type ProviderResource } from '@pulumi/pulumi';
import { logicalNameOf } from './logical-name';
import { opened } from './opened';
import { perDeployment } from './per-deployment';

/** The names of a deployment's providers, each of one provider alone. */
const namesOfDeployment = perDeployment(() => new Map<ProviderResource, string>());

/** The engine's own providers, for what names none: `…::default_4_34_2`. */
const DEFAULT_PROVIDER = /::default(?:_[^:]*)?$/;

/** The cluster that a component's objects go to: each provider of Kubernetes is taken for one. */
export class Cluster {
  public static of(component: ComponentResource): Cluster {
    return new Cluster(component.getProvider('kubernetes:core/v1:Secret'));
  }

  /** @default - the stack's own */
  public readonly provider?: ProviderResource;
  /** What names of resources begin with: the provider's name, or nothing for the stack's own. */
  public readonly path: readonly string[];

  private constructor(provider: ProviderResource | undefined) {
    this.provider = provider;
    this.path = provider ? [nameOf(provider)] : [];
  }

  /** Where objects go that name no namespace, as far as the program says so. */
  public get namespace(): Input<string> | undefined {
    return this.provider ? Reflect.get(this.provider, 'namespace') : defaultNamespace();
  }

  /**
   * Whether an object with this provider goes there: another cluster may have a namespace of the same name.
   *
   * It waits for a provider only where the names are the same: one that is made out of what pods of another cluster tell is not there yet.
   */
  public async has(provider: ProviderResource | undefined): Promise<boolean> {
    const urn = provider && String((await opened(provider.urn)).value);
    if (this.provider === undefined) return urn === undefined || DEFAULT_PROVIDER.test(urn);
    if (!urn?.endsWith(`::${logicalNameOf(this.provider)}`)) return false;
    return urn === (await opened(this.provider.urn)).value;
  }
}

/** Where objects go that name neither a namespace nor a provider, as far as the program says so. */
export function defaultNamespace(): string | undefined {
  return new Config('kubernetes').get('namespace');
}

/** Two components may each have a provider of the same name. */
function nameOf(provider: ProviderResource): string {
  const names = namesOfDeployment();
  const known = names.get(provider);
  if (known !== undefined) return known;
  const name = logicalNameOf(provider);
  const same = [...names.keys()].filter((each) => logicalNameOf(each) === name).length;
  const made = same === 0 ? name : `${name}-${same + 1}`;
  names.set(provider, made);
  return made;
}

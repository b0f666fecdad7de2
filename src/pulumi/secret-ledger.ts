import { type ComponentResource, output } from '@pulumi/pulumi';
import { RegcredError } from '../error';
import { Cluster } from './cluster';
import type { NamespaceTarget } from './namespace-target';
import { perDeployment } from './per-deployment';

/** Every pull secret that a deployment makes, once each. */
export class SecretLedger {
  public static readonly ofDeployment = perDeployment(() => new SecretLedger());

  readonly #makers = new Map<string, string>();
  /** The same namespace may be given by name and as an output: what each Secret is called in the cluster, and in the program. */
  readonly #claims = new Map<string, string>();

  private constructor() {}

  /**
   * Notes that a component makes a Secret.
   *
   * @throws RegcredError `secret-duplicate` where another one makes it too
   */
  public claim(component: ComponentResource, maker: string, target: NamespaceTarget, name: string): void {
    const { path } = Cluster.of(component);
    const identity = [...path, target.planned, name].join('/');
    const other = this.#makers.get(identity);
    if (other !== undefined) throw duplicate(name, target.key, other);
    this.#makers.set(identity, maker);
    if (typeof target.name === 'string') this.#claim([...path, target.name], name, identity);
    else output(target.name).apply((namespace) => this.#claim([...path, namespace], name, identity));
  }

  #claim(place: readonly string[], name: string, identity: string): void {
    const claim = [...place, name].join('/');
    const other = this.#claims.get(claim);
    this.#claims.set(claim, identity);
    if (other === undefined || other === identity) return;
    throw duplicate(name, place.at(-1) ?? '', this.#makers.get(other) ?? '');
  }
}

function duplicate(name: string, namespace: string, maker: string): RegcredError {
  return new RegcredError(
    'secret-duplicate',
    `Secret '${name}' in namespace '${namespace}' is made by '${maker}' already: give one of the pull secrets another name, ` +
      `or hold all logins in one`,
  );
}

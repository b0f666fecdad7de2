import type { ComponentResource } from '@pulumi/pulumi';
import { RegcredError } from '../error';
import { Cluster } from './cluster';
import type { NamespaceTarget } from './namespace-target';
import { perDeployment } from './per-deployment';

/** Every pull secret that a deployment makes, once each. */
export class SecretLedger {
  public static readonly ofDeployment = perDeployment(() => new SecretLedger());

  readonly #makers = new Map<string, string>();

  private constructor() {}

  /**
   * Notes that a component makes a Secret.
   *
   * @throws RegcredError `secret-duplicate` where another one makes it too
   */
  public claim(component: ComponentResource, maker: string, { key, planned }: NamespaceTarget, name: string): void {
    const identity = [...Cluster.of(component).path, planned, name].join('/');
    const other = this.#makers.get(identity);
    if (other !== undefined) {
      throw new RegcredError(
        'secret-duplicate',
        `Secret '${name}' in namespace '${key}' is made by '${other}' already: give one of the pull secrets another name, ` +
          `or hold all logins in one`,
      );
    }
    this.#makers.set(identity, maker);
  }
}

import type { RegistryLogin } from '../registry';
import type { PullSecretStrategy } from './pull-secret-strategy';
import { existing } from './strategies/existing';
import { fromLogins } from './strategies/from-logins';

/** The name of a pull secret that was given none: Kubernetes' own documentation calls it so. */
const DEFAULT_NAME = 'regcred';

/** Properties of `PullSecret.fromLogins`. */
export interface LoginsPullSecretProps {
  /**
   * The logins that the Secret holds: one for each registry, or for each path of one.
   */
  readonly logins: RegistryLogin[];

  /**
   * Name of the Secret, the same in every namespace.
   *
   * @default 'regcred'
   */
  readonly name?: string;
}

/**
 * One way of getting a pull secret into each namespace.
 *
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/
 */
export class PullSecret {
  /**
   * A Secret that is written at synth, byte for byte as `kubectl create secret docker-registry` writes it.
   *
   * The credential stands in the output in clear (base64 is no encryption): keep the output out of Git, or take a strategy
   * that only refers to the credential.
   *
   * @throws RegcredError `pull-secret-empty` without a login, `secret-name` where the name is not a DNS subdomain
   */
  public static fromLogins(props: LoginsPullSecretProps): PullSecret {
    return new PullSecret(fromLogins(props.name ?? DEFAULT_NAME, [...props.logins]));
  }

  /**
   * A Secret that is in each namespace already, or that something else makes there.
   *
   * @throws RegcredError `secret-name` where the name is not a DNS subdomain
   */
  public static existing(name: string): PullSecret {
    return new PullSecret(existing(name));
  }

  /** The name that pods and service accounts refer to. */
  public readonly name: string;

  /** @internal */
  public readonly _strategy: PullSecretStrategy;

  private constructor(strategy: PullSecretStrategy) {
    this.name = strategy.name;
    this._strategy = strategy;
  }
}

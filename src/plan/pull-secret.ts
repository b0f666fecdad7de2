import { RegcredError, requireOptions } from '../error';
import type { PullSecretStrategy } from './pull-secret-strategy';
import { type ExistingPullSecretProps, existing } from './strategies/existing';
import { type ExternalPullSecretProps, external } from './strategies/external';
import { fromLogins, type LoginsPullSecretProps } from './strategies/from-logins';
import { type GeneratedPullSecretProps, generated } from './strategies/generated';
import { type NamespacedPullSecretProps, perNamespace } from './strategies/per-namespace';
import { type PlaceholderPullSecretProps, placeholder } from './strategies/placeholder';
import { checkRotation, type RotatingPullSecretProps } from './strategies/rotating';
import { type SealedPullSecretProps, sealed } from './strategies/sealed';
import { type VaultPullSecretProps, vault } from './strategies/vault';

/** The name of a pull secret that was given none: Kubernetes' own documentation calls it so. */
const DEFAULT_NAME = 'regcred';

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
    requireOptions(props, 'PullSecret.fromLogins({ logins: [Registry.ghcr().login(…)] })');
    return new PullSecret(fromLogins(props.name ?? DEFAULT_NAME, props));
  }

  /**
   * A Secret that is in each namespace already, or that something else makes there.
   *
   * @throws RegcredError `secret-name` where the name is not a DNS subdomain, `registry-server-key` where the kubelet would find
   * nothing by a key
   */
  public static existing(name: string, props: ExistingPullSecretProps = {}): PullSecret {
    return new PullSecret(existing(name, props));
  }

  /**
   * An `ExternalSecret`: the External Secrets Operator fetches the passwords from a secret manager and writes the Secret.
   *
   * @throws RegcredError `credential-source` where a login has no `RemoteCredentials`, `refresh-interval` where that is no time
   */
  public static external(props: ExternalPullSecretProps): PullSecret {
    requireOptions(
      props,
      "PullSecret.external({ store: SecretStore.cluster('vault'), logins: [Registry.ghcr().login(…)] })",
    );
    return new PullSecret(external(props.name ?? DEFAULT_NAME, props));
  }

  /**
   * Generators of the External Secrets Operator and an `ExternalSecret`: the vendor is asked for short-lived tokens, again and again.
   *
   * @throws RegcredError `credential-source` where a login has no `GeneratedCredentials` or those of another vendor, `refresh-interval` where
   * a token would be dead before the next one comes
   */
  public static generated(props: GeneratedPullSecretProps): PullSecret {
    requireOptions(props, 'PullSecret.generated({ logins: [Registry.ghcr().login(…)] })');
    return new PullSecret(generated(props.name ?? DEFAULT_NAME, props));
  }

  /**
   * A `SealedSecret`: encrypted at synth with the controller's certificate, so that it may stand in Git.
   *
   * Every synth gives another ciphertext, as every run of `kubeseal` does.
   *
   * @throws RegcredError `sealing-certificate` where that is none, and at synth `sealing-certificate-expired`
   */
  public static sealed(props: SealedPullSecretProps): PullSecret {
    requireOptions(props, 'PullSecret.sealed({ certificate, logins: [Registry.ghcr().login(…)] })');
    return new PullSecret(sealed(props.name ?? DEFAULT_NAME, props));
  }

  /**
   * A `VaultStaticSecret`: the Vault Secrets Operator reads the passwords and writes the Secret.
   *
   * @throws RegcredError `credential-source` where a login has no `RemoteCredentials`, `vault-path` where they are not in one secret
   */
  public static vault(props: VaultPullSecretProps): PullSecret {
    requireOptions(props, "PullSecret.vault({ mount: 'secret', logins: [Registry.ghcr().login(…)] })");
    return new PullSecret(vault(props.name ?? DEFAULT_NAME, props));
  }

  /**
   * An empty Secret that the reflector, the replicator or the secretgen-controller fills in the cluster.
   *
   * @throws RegcredError `pull-secret-empty` where nobody says what it will hold, `registry-server-key` where the kubelet would not find that
   */
  public static placeholder(props: PlaceholderPullSecretProps): PullSecret {
    requireOptions(
      props,
      "PullSecret.placeholder({ source: PlaceholderSource.secretgen(), covers: ['ghcr.io/acme/'] })",
    );
    return new PullSecret(placeholder(props.name ?? DEFAULT_NAME, props));
  }

  /**
   * The Secrets Store CSI driver cannot bring a pull secret: this method only says so.
   *
   * @throws RegcredError `pull-secret-csi` with the reason
   */
  public static csi(): PullSecret {
    throw new RegcredError(
      'pull-secret-csi',
      'the Secrets Store CSI driver makes a Secret when a pod has mounted its SecretProviderClass, and a pod mounts nothing before its ' +
        'images are pulled: the pull would wait for itself, and the Secret goes with the last pod; ' +
        'read the same store with PullSecret.external, which needs no pod',
    );
  }

  /**
   * Under one name, another pull secret in each namespace: each team its own credential.
   *
   * @throws RegcredError `secret-name` where they have several names, and at synth `pull-secret-namespace` where a namespace has none
   */
  public static perNamespace(props: NamespacedPullSecretProps): PullSecret {
    requireOptions(props, "PullSecret.perNamespace({ namespaces: { payments: PullSecret.existing('regcred') } })");
    return new PullSecret(perNamespace(props));
  }

  /**
   * Two pull secrets that are attached together, so that a password can be rotated without a gap: the kubelet tries the current one
   * first, and the previous one where the registry refuses that.
   *
   * @returns the current one, then the previous one
   * @throws RegcredError `pull-secret-rotation` where both have one name, `secret-immutable` where one cannot change
   */
  public static rotating(props: RotatingPullSecretProps): PullSecret[] {
    requireOptions(props, 'PullSecret.rotating({ current, previous })');
    checkRotation(props);
    const { current, previous } = props;
    return [current, new PullSecret({ ...previous._strategy, previousOf: current.name })];
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

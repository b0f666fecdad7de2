import { RegcredError, requireString } from '../error';
import { isDnsSubdomain } from '../kubernetes';

/** A store of the External Secrets Operator: the way to a secret manager. */
export class SecretStore {
  /**
   * A `ClusterSecretStore`, which every namespace may use.
   *
   * @throws RegcredError `secret-store` where the name is missing or none
   */
  public static cluster(name: string): SecretStore {
    return new SecretStore('ClusterSecretStore', name);
  }

  /**
   * A `SecretStore`, which stands under this name in each of the namespaces.
   *
   * @throws RegcredError `secret-store` where the name is missing or none
   */
  public static namespaced(name: string): SecretStore {
    return new SecretStore('SecretStore', name);
  }

  /** `ClusterSecretStore` or `SecretStore`. */
  public readonly kind: string;

  /** Its name. */
  public readonly name: string;

  private constructor(kind: string, name: string) {
    requireString(name, 'secret-store', 'name of a secret store', `the metadata.name of a ${kind}`);
    if (!isDnsSubdomain(name)) {
      const got = name === '' ? 'got no name' : `got '${name}'`;
      throw new RegcredError(
        'secret-store',
        `a secret store is referred to by name: ${got}, write the metadata.name of a ${kind} (kubectl get ${kind.toLowerCase()})`,
      );
    }
    this.kind = kind;
    this.name = name;
  }
}

import { RegcredError, requireString } from '../error';
import { parseNamespaceName, parseServiceAccountName, RBAC_API_GROUP } from '../kubernetes';

/** Groups that hold everybody, or every program of a cluster or a namespace. */
const EVERYBODY = /^system:(?:authenticated|unauthenticated|serviceaccounts(?::.*)?)$/;

/** Somebody who may read a pull secret: a program that pulls images itself, or a person. The kubelet needs no such right. */
export class SecretReader {
  /**
   * A ServiceAccount, by default of the namespace whose Secret it reads.
   *
   * @throws RegcredError `service-account-name`, `namespace-name` where a name is none
   */
  public static serviceAccount(name: string, namespace?: string): SecretReader {
    parseServiceAccountName(name);
    if (namespace !== undefined) parseNamespaceName(namespace);
    return new SecretReader('ServiceAccount', name, namespace);
  }

  /**
   * A user, by the name that the API server knows.
   *
   * @throws RegcredError `secret-readers` where the name is empty
   */
  public static user(name: string): SecretReader {
    return new SecretReader('User', name);
  }

  /**
   * A group of users.
   *
   * @throws RegcredError `secret-readers` where the name is empty, or the group is everybody
   */
  public static group(name: string): SecretReader {
    return new SecretReader('Group', name);
  }

  readonly #kind: 'ServiceAccount' | 'User' | 'Group';
  readonly #name: string;
  readonly #namespace?: string;

  private constructor(kind: 'ServiceAccount' | 'User' | 'Group', name: string, namespace?: string) {
    requireString(name, 'secret-readers', `name of a ${kind} that reads pull secrets`, 'it as the API server knows it');
    if (name === '') throw new RegcredError('secret-readers', `name of a ${kind} that reads pull secrets is empty`);
    if (kind === 'Group' && EVERYBODY.test(name)) {
      throw new RegcredError(
        'secret-readers',
        `group '${name}' is every program of a namespace, or everybody: name the ones that read the pull secret, ` +
          `as in SecretReader.serviceAccount('image-scanner', 'tools')`,
      );
    }
    this.#kind = kind;
    this.#name = name;
    this.#namespace = namespace;
  }

  /** As a RoleBinding of a namespace has it. @internal */
  public _subject(namespace: string): object {
    if (this.#kind !== 'ServiceAccount') return { apiGroup: RBAC_API_GROUP, kind: this.#kind, name: this.#name };
    return { kind: this.#kind, name: this.#name, namespace: this.#namespace ?? namespace };
  }
}

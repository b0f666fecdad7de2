import { RegcredError, requireList } from '../error';
import { quoted } from '../image';
import { parseNamespaceName, parseServiceAccountName } from '../kubernetes';

/** One ServiceAccount name in some namespaces: whose identity it is. */
export interface WorkloadAccountOptions {
  /** Namespaces that the ServiceAccount is in: at least one, each once. */
  readonly namespaces: string[];
  /** Name of the ServiceAccount. */
  readonly serviceAccount: string;
}

/** The ServiceAccounts of a workload, as clouds name them. */
export class WorkloadAccounts {
  /** @throws RegcredError `namespace-name`, `namespace-duplicate`, `service-account-name`, or `identity-namespaces` where none is listed */
  public static of(options: WorkloadAccountOptions): WorkloadAccounts {
    const serviceAccount = parseServiceAccountName(options.serviceAccount);
    const namespaces = requireList(options.namespaces, 'identity-namespaces', 'namespaces', "['payments']").map(
      parseNamespaceName,
    );
    if (namespaces.length === 0) {
      throw new RegcredError(
        'identity-namespaces',
        `namespaces of ServiceAccount '${serviceAccount}' are empty: write at least one`,
      );
    }
    const twice = namespaces.find((namespace, index) => namespaces.indexOf(namespace) !== index);
    if (twice !== undefined) {
      throw new RegcredError('namespace-duplicate', `namespace is listed twice: got '${twice}', write it once`);
    }
    return new WorkloadAccounts(namespaces, serviceAccount);
  }

  private constructor(
    public readonly namespaces: readonly string[],
    public readonly serviceAccount: string,
  ) {}

  /** The `sub` of each account's tokens. */
  public get subjects(): string[] {
    return this.namespaces.map((namespace) => subject(namespace, this.serviceAccount));
  }

  /** The `sub` in one namespace, which must be among them. */
  public subjectIn(namespace: string): string {
    if (!this.namespaces.includes(namespace)) {
      throw new RegcredError(
        'identity-namespace-not-listed',
        `namespace ${quoted(namespace)} is not one of ServiceAccount '${this.serviceAccount}': ` +
          `it has ${this.namespaces.join(', ')}; add it to namespaces`,
      );
    }
    return subject(namespace, this.serviceAccount);
  }
}

function subject(namespace: string, serviceAccount: string): string {
  return `system:serviceaccount:${namespace}:${serviceAccount}`;
}

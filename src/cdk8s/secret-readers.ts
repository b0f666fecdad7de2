import { Names } from 'cdk8s';
import { Construct } from 'constructs';
import { requireOptions } from '../error';
import type { SecretReader } from '../plan';
import { planSecretReaders } from '../plan';
import { AppLedger } from './app-ledger';
import { emitAll } from './emit-all';

/** Properties of `SecretReaders`. */
export interface SecretReadersProps {
  /** The namespaces whose pull secrets are read. */
  readonly namespaces: string[];

  /** Names of the pull secrets, such as `access.pullSecretNames`. */
  readonly secrets: string[];

  /** Who reads them. */
  readonly readers: SecretReader[];

  /**
   * Name of the Role and of the RoleBinding.
   *
   * @default - made of the construct's path
   */
  readonly name?: string;

  /**
   * Labels of both.
   *
   * @default - none
   */
  readonly labels?: { readonly [key: string]: string };
}

/**
 * Lets only the named subjects read pull secrets, and only these: programs that pull images themselves, such as a scanner or an image updater.
 *
 * The kubelet reads pull secrets with its own right and needs nothing of this.
 *
 * @see https://kubernetes.io/docs/concepts/security/rbac-good-practices/#listing-secrets
 */
export class SecretReaders extends Construct {
  /**
   * @throws RegcredError `plan-empty` where a list is empty, `object-conflict` where another construct makes a Role of the same name, and where a
   * name is none
   */
  public constructor(scope: Construct, id: string, props: SecretReadersProps) {
    super(scope, id);
    requireOptions(
      props,
      "new SecretReaders(scope, id, { namespaces: ['payments'], secrets: ['regcred'], readers: [SecretReader.serviceAccount('scanner')] })",
    );
    emitAll(this, planSecretReaders({ ...props, name: props.name ?? Names.toDnsLabel(this) }));
    this.node.addValidation(AppLedger.of(this));
  }
}

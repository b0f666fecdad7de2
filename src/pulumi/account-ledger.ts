import type {
  ComponentResource,
  ComponentResourceOptions,
  CustomResource,
  CustomResourceOptions,
} from '@pulumi/pulumi';
import { RegcredError } from '../error';
import { DEFAULT_SERVICE_ACCOUNT } from '../kubernetes';
import { adopt, adoptedOptions } from './adopt';
import { type AccountBinding, BoundAccount, conflict } from './bound-account';
import { Cluster } from './cluster';
import { logicalNameOf } from './logical-name';
import { perDeployment } from './per-deployment';
import { Placeholders } from './placeholders';

/** What a component asks for: what it calls the account follows from the plan. */
type AskedBinding = Omit<AccountBinding, 'called'>;

/**
 * One resource for each (provider, namespace, account) of a deployment, whichever components bind it: the list is atomic, so of two
 * patches one conflicts or the last one silently wins. The resource belongs to none of them and hangs on the stack.
 */
export class AccountLedger {
  public static readonly ofDeployment = perDeployment(() => new AccountLedger());

  readonly #accounts = new Map<string, BoundAccount>();
  /** The same namespace may be given by name and as a resource: what it is called in the program, and when known in the cluster. */
  readonly #claims = new Map<string, string>();

  private constructor() {}

  /**
   * Binds an account: by a resource of its own, or in the one that an earlier component made.
   *
   * @throws RegcredError `service-account-conflict` where the two cannot be one, and for a `default` that is to be made
   */
  public bind(component: ComponentResource, asked: AskedBinding, given: ComponentResourceOptions): CustomResource {
    const { dependsOn = [], ...opts } = adoptedOptions(component, given);
    const { plan, target } = asked;
    if (plan.creates && plan.name === DEFAULT_SERVICE_ACCOUNT) throw createdDefault();
    const called = Placeholders.ofDeployment().label(plan.name, logicalNameOf(component));
    const binding = { ...asked, called, after: [...asked.after, dependsOn] };
    const { provider, path } = Cluster.of(component);
    const key = [...path, target.planned, plan.name].join('/');
    const known = this.#accounts.get(key);
    known?.extend(binding);
    const account = known ?? this.#make(key, path, binding, { ...opts, provider });
    adopt(component, account.resource);
    return account.resource;
  }

  #make(key: string, cluster: readonly string[], binding: AccountBinding, opts: CustomResourceOptions): BoundAccount {
    const { called, target } = binding;
    const nameIn = (place: string) => ['regcred', ...cluster, place, called].join('/');
    const name = nameIn(target.stackKey);
    const aliases = target.formerStackKeys.map((place) => ({ name: place.apply(nameIn) }));
    this.#claim(name, key, binding);
    const account = new BoundAccount(name, binding, { ...opts, aliases }, (namespace, account) =>
      this.#claim([...cluster, namespace, account].join('/'), key, binding),
    );
    this.#accounts.set(key, account);
    return account;
  }

  #claim(name: string, key: string, binding: AccountBinding): void {
    const other = this.#claims.get(name);
    if (other !== undefined && other !== key) {
      throw conflict(
        binding,
        'two components name the namespace in two ways: pass the Namespace resource itself, or the name, in both',
      );
    }
    this.#claims.set(name, key);
  }
}

function createdDefault(): RegcredError {
  return new RegcredError(
    'service-account-conflict',
    "service account 'default' is made by Kubernetes with each namespace, and making it again fails: bind it with " +
      'ServiceAccountBinding.patchDefault(), or leave createServiceAccount of its WorkloadIdentity out',
  );
}

import { DEFAULT_SERVICE_ACCOUNT } from '../../kubernetes';
import type { CustomKind, ManifestDocument, ManifestObject, Mapping } from '../../manifest';
import { groupOf, mappingIn, podSpecsOf, textIn } from '../../manifest';
import { AccountIdentity, associatedAccount } from './account-identity';
import { AddedPullSecrets } from './added-pull-secrets';
import type { FanOut } from './fan-out';
import { fanOutsOfKyverno } from './kyverno-clones';
import type { ObjectRef } from './object-ref';
import { refOf } from './object-ref';
import { fanOutOfClusterExternalSecret, fanOutOfSecret } from './read-fan-out';
import { annotationsOfMade, readMadeSecrets, secretsOfProviderClass } from './read-made-secret';
import { readSecret } from './read-secret';
import type { BroadRule } from './role-model';
import { broadRulesOf } from './role-model';
import type { SecretModel } from './secret-model';
import type { ServiceAccountModel } from './service-account-model';
import { mergeAccounts, readServiceAccount } from './service-account-model';
import type { WorkloadModel } from './workload-model';
import { readWorkload } from './workload-model';

/** What a model is told beside the objects. */
export interface ModelOptions {
  readonly namespace: string;
  readonly customKinds: readonly CustomKind[];
}

/** What a pull depends on, out of all objects: the rest of each is let go, so that ten thousand fit. */
export class ClusterModel {
  public readonly workloads: WorkloadModel[] = [];
  public readonly broadRules: BroadRule[] = [];
  /** Secrets that only exist while a pod mounts their SecretProviderClass. */
  public readonly mountedSecrets = new Set<SecretModel>();

  readonly #options: ModelOptions;
  readonly #namespaces = new Map<string, Mapping>();
  readonly #accounts = new Map<string, ServiceAccountModel>();
  readonly #secrets = new Map<string, SecretModel[]>();
  readonly #namespacesOf = new Map<string, Set<string>>();
  readonly #declared: SecretModel[] = [];
  readonly #fanOuts: FanOut[] = [];
  readonly #bound = new Map<string, string[]>();
  readonly #labelsOf = (namespace: string): Mapping | undefined => this.#namespaces.get(namespace);
  readonly #added = new AddedPullSecrets(this.#labelsOf);
  /** What gives accounts a role through EKS Pod Identity. */
  readonly #associations = new Map<string, ObjectRef>();
  #objects = 0;

  public constructor(options: ModelOptions) {
    this.#options = options;
  }

  /** How many objects were read. */
  public get objects(): number {
    return this.#objects;
  }

  public get accounts(): Iterable<ServiceAccountModel> {
    return this.#accounts.values();
  }

  /** Every Secret that a manifest holds or makes in a namespace it names. */
  public *secrets(): Generator<SecretModel> {
    for (const models of this.#secrets.values()) yield* models;
    for (const { secret } of this.#fanOuts) if (secret.namespace === '') yield secret;
  }

  /** Reads one object. */
  public add(document: ManifestDocument): void {
    const order = this.#objects;
    this.#objects += 1;
    const { object } = document;
    const ref = refOf(document, this.#options.namespace);
    const uses = podSpecsOf(object, this.#options.customKinds);
    if (uses.length > 0) {
      for (const use of uses) this.workloads.push(readWorkload(object, ref, use, order));
    } else if (groupOf(object.apiVersion) === '') {
      this.#addCore(object, ref, order);
    } else {
      this.#addCustom(object, ref);
    }
  }

  /** A Secret that is in the cluster and in no manifest; an empty namespace means every one. */
  public declare(secret: SecretModel): void {
    this.#declared.push(secret);
  }

  /** An account as the last manifest of it leaves it: its list is atomic, so the last one that has it replaces it. */
  public account(namespace: string, name: string): ServiceAccountModel | undefined {
    return this.#accounts.get(keyOf(namespace, name));
  }

  /** The names that admission copies from an account into a pod without a list of its own. */
  public pullSecretsOf(namespace: string, account: string): readonly string[] {
    const listed = this.account(namespace, account)?.pullSecrets ?? [];
    const bound = this.#bound.get(keyOf(namespace, account)) ?? NO_NAMES;
    return union(listed, [...bound, ...this.#added.ofAccount(namespace, account)]);
  }

  /** The names that a pod of a namespace ends up with, where admission has left it these. */
  public withAdded(namespace: string, admitted: readonly string[]): readonly string[] {
    return union(admitted, this.#added.ofPods(namespace));
  }

  /** The names among them that only come where conditions hold that nobody works out here. */
  public believedOf(namespace: string, account: string): readonly string[] {
    const listed = this.account(namespace, account)?.pullSecrets ?? NO_NAMES;
    return this.#added.believed(namespace, account).filter((name) => !listed.includes(name));
  }

  /** Who clouds take an account for. */
  public identityOf(namespace: string, name: string): AccountIdentity {
    const key = keyOf(namespace, name);
    return new AccountIdentity(name, this.#accounts.get(key)?.identity ?? [], this.#associations.get(key));
  }

  /** What may stand in a namespace under a name: mostly one Secret or none, more where several things make it. */
  public secretsNamed(namespace: string, name: string): readonly SecretModel[] {
    const own = this.#secrets.get(keyOf(namespace, name));
    if (own !== undefined) return own;
    const copied = this.#fanOuts.filter(
      ({ secret, reaches }) =>
        secret.name === name && secret.namespace !== namespace && reaches(namespace, this.#labelsOf),
    );
    const declared = this.#declared.filter(
      (secret) => secret.name === name && (secret.namespace === '' || secret.namespace === namespace),
    );
    return [...copied.map(({ secret }) => secret), ...declared];
  }

  /** The namespaces that have a Secret of a name, sorted. */
  public namespacesWith(name: string): string[] {
    return [...(this.#namespacesOf.get(name) ?? [])].sort();
  }

  #addCore(object: ManifestObject, ref: ObjectRef, order: number): void {
    if (object.kind === 'Secret') {
      const secret = readSecret(object, ref);
      this.#addSecret(secret);
      const fanOut = fanOutOfSecret(annotationsOfMade(object), secret);
      if (fanOut !== undefined) this.#fanOuts.push(fanOut);
    } else if (object.kind === 'ServiceAccount') {
      const account = readServiceAccount(object, ref, order);
      const key = keyOf(ref.namespace, ref.name);
      const earlier = this.#accounts.get(key);
      const hasList = object.imagePullSecrets !== undefined;
      this.#accounts.set(key, earlier === undefined ? account : mergeAccounts(earlier, account, hasList));
    } else if (object.kind === 'Namespace') {
      this.#namespaces.set(ref.name, mappingIn(mappingIn(object.metadata).labels));
    }
  }

  #addCustom(object: ManifestObject, ref: ObjectRef): void {
    for (const secret of readMadeSecrets(object, ref)) {
      this.#addSecret(secret);
      const fanOut = fanOutOfSecret(annotationsOfMade(object), secret);
      if (fanOut !== undefined) this.#fanOuts.push(fanOut);
      if (object.kind === 'AcrPullBinding') this.#bind(object, secret);
    }
    if (object.kind === 'SecretProviderClass') {
      for (const secret of secretsOfProviderClass(object, ref)) {
        this.mountedSecrets.add(secret);
        this.#addSecret(secret);
      }
    }
    const account = associatedAccount(object);
    if (account !== undefined) this.#associations.set(keyOf(account.namespace ?? ref.namespace, account.name), ref);
    this.#fanOuts.push(...fanOutOfClusterExternalSecret(object, ref), ...fanOutsOfKyverno(object, ref));
    this.#added.read(object, ref);
    this.broadRules.push(...broadRulesOf(object, ref));
  }

  /** An AcrPullBinding appends its Secret to the list of an account. */
  #bind(object: ManifestObject, secret: SecretModel): void {
    const account = textIn(mappingIn(object.spec).serviceAccountName) ?? DEFAULT_SERVICE_ACCOUNT;
    const key = keyOf(secret.namespace, account);
    this.#bound.set(key, [...(this.#bound.get(key) ?? []), secret.name]);
  }

  /** A Secret replaces an earlier one of its name; what is made in the cluster stands beside it. */
  #addSecret(secret: SecretModel): void {
    const key = keyOf(secret.namespace, secret.name);
    const others = (this.#secrets.get(key) ?? []).filter(
      (other) => other.ref?.kind !== 'Secret' || secret.ref?.kind !== 'Secret',
    );
    this.#secrets.set(key, [...others, secret]);
    const namespaces = this.#namespacesOf.get(secret.name);
    if (namespaces === undefined) this.#namespacesOf.set(secret.name, new Set([secret.namespace]));
    else namespaces.add(secret.namespace);
  }
}

function keyOf(namespace: string, name: string): string {
  return `${namespace}/${name}`;
}

const NO_NAMES: readonly string[] = Object.freeze([]);

/** The names of a list, and those of another that are not among them. */
function union(names: readonly string[], others: readonly string[]): readonly string[] {
  return others.length === 0 ? names : [...new Set([...names, ...others])];
}

import { RegcredError } from '../error';
import type { KubernetesObject } from '../kubernetes';
import { type CustomKind, type ManifestObject, mappingIn, podSpecPathOf, textIn } from '../manifest';
import {
  applyPodDefaults,
  mergeServiceAccounts,
  type NamespacePlan,
  type ServiceAccountPlan,
  serviceAccountDocument,
} from '../plan';

/** A plan that is put into manifests, and whether it reaches pod specs. */
export interface InjectedAccess {
  readonly plans: readonly NamespacePlan[];
  readonly podDefaults: boolean;
}

/** What one namespace gets. */
interface Target {
  readonly documents: KubernetesObject[];
  readonly accounts: Map<string, ServiceAccountPlan>;
  /** Names that pod specs list. */
  readonly podSecrets: Set<string>;
  /** Whether a manifest has put something into the namespace. */
  used: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Plans on their way into manifests of others: each object is handed in once, and then it is known what must stand beside them.
 *
 * Only namespaces that an object is in get documents of their own: another stream brings the others theirs.
 */
export class Injection {
  readonly #targets = new Map<string, Target>();
  readonly #defaultNamespace: string;
  readonly #customKinds: readonly CustomKind[];
  readonly #elsewhere = new Set<string>();

  public constructor(
    access: readonly InjectedAccess[],
    defaultNamespace: string,
    customKinds: readonly CustomKind[] = [],
  ) {
    this.#defaultNamespace = defaultNamespace;
    this.#customKinds = customKinds;
    for (const { plans, podDefaults } of access) {
      for (const plan of plans) this.#add(plan, podDefaults);
    }
  }

  /**
   * The object with what it needs; itself where it needs nothing.
   *
   * @throws RegcredError `inject-conflict` where it is one that the plan makes
   */
  public into(object: ManifestObject): ManifestObject {
    const { name, namespace } = mappingIn(object.metadata);
    if (object.kind === 'Namespace') return this.#dropMade(object, textIn(name) ?? '');
    const place = textIn(namespace) ?? this.#defaultNamespace;
    const target = this.#targets.get(place);
    const path = podSpecPathOf(object.apiVersion, object.kind, this.#customKinds);
    if (target === undefined) {
      if (path !== undefined) this.#elsewhere.add(place);
      return object;
    }
    target.used = true;
    if (object.kind === 'ServiceAccount') return bound(object, target, textIn(name) ?? '');
    refuseSecond(object, target, textIn(name) ?? '');
    if (path === undefined || target.podSecrets.size === 0) return object;
    return changed(object, path, [...target.podSecrets]) as ManifestObject;
  }

  /** Namespaces that get something where an object is in them. */
  public get namespaces(): readonly string[] {
    return [...this.#targets.keys()];
  }

  /** Namespaces of pods, where all of them are in others than those that get something: an intention that reached nothing. */
  public get missedNamespaces(): readonly string[] {
    return [...this.#targets.values()].some(({ used }) => used) ? [] : [...this.#elsewhere];
  }

  /** What stands beside the objects: namespaces, Secrets, and accounts that no object was. */
  public documents(): KubernetesObject[] {
    const used = [...this.#targets.values()].filter((target) => target.used);
    return used.flatMap(({ documents, accounts }) => [
      ...documents,
      ...[...accounts.values()].map(serviceAccountDocument),
    ]);
  }

  #add({ namespace, documents, serviceAccounts, pullSecrets }: NamespacePlan, podDefaults: boolean): void {
    const known = this.#targets.get(namespace);
    const target: Target = known ?? { documents: [], accounts: new Map(), podSecrets: new Set(), used: false };
    this.#targets.set(namespace, target);
    target.documents.push(...documents);
    for (const account of serviceAccounts) {
      const other = target.accounts.get(account.name);
      target.accounts.set(account.name, other ? mergeServiceAccounts(other, account) : account);
    }
    if (podDefaults) for (const { name } of pullSecrets) target.podSecrets.add(name);
  }

  /** A namespace that the manifests make themselves is not made twice. */
  #dropMade(object: ManifestObject, name: string): ManifestObject {
    const target = this.#targets.get(name);
    const made = target?.documents.findIndex(({ kind }) => kind === 'Namespace') ?? -1;
    if (made >= 0) target?.documents.splice(made, 1);
    return object;
  }
}

/** An account of the manifests gets our names behind its own; its list is atomic, so there must not be a second document. */
function bound(object: ManifestObject, target: Target, name: string): ManifestObject {
  const plan = target.accounts.get(name);
  if (plan === undefined) return object;
  target.accounts.delete(name);
  if (listsAll(object, plan.pullSecrets)) return object;
  return applyPodDefaults(object, { imagePullSecrets: plan.pullSecrets }) as ManifestObject;
}

function refuseSecond({ kind }: ManifestObject, target: Target, name: string): void {
  const ours = target.documents.find((document) => document.kind === kind && document.metadata.name === name);
  if (ours === undefined) return;
  throw new RegcredError(
    'inject-conflict',
    `${kind} '${name}' in namespace '${ours.metadata.namespace}' is in the manifests and in regcred.yaml: the second would overwrite the first; ` +
      'give the pull secret another name, or write that it is existing',
  );
}

/** The value with the pod specs at a path changed; itself where there is none, or nothing to add. */
function changed(value: unknown, path: readonly string[], names: readonly string[]): unknown {
  const [step, ...rest] = path;
  if (typeof value !== 'object' || value === null) return value;
  if (step === undefined)
    return listsAll(value as Fields, names) ? value : applyPodDefaults(value as Fields, { imagePullSecrets: names });
  if (step === '*') {
    if (Array.isArray(value)) return value.map((child) => changed(child, rest, names));
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, changed(child, rest, names)]));
  }
  const child = (value as Fields)[step];
  const next = changed(child, rest, names);
  return next === child ? value : { ...value, [step]: next };
}

function listsAll({ imagePullSecrets }: Fields, names: readonly string[]): boolean {
  const listed = Array.isArray(imagePullSecrets) ? imagePullSecrets.map((entry) => mappingIn(entry).name) : [];
  return names.every((name) => listed.includes(name));
}

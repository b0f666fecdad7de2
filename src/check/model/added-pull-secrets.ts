import { RegcredError } from '../../error';
import { NOT_A_NODE } from '../../kubernetes';
import type { ManifestObject, Mapping } from '../../manifest';
import { groupOf, isMapping, listIn, mappingIn, parseDocument, textIn } from '../../manifest';
import type { LabelsOf } from './fan-out';
import { selectionOf } from './fan-out';
import { filtersOf, hasName, kyvernoRulesOf } from './kyverno-rule';
import { namesIn } from './service-account-model';

/** Where an object has its list of pull secrets. */
const LISTS = { Pod: ['spec', 'imagePullSecrets'], ServiceAccount: ['imagePullSecrets'] } as const;
type Bound = keyof typeof LISTS;

/** Pull secrets that are added to objects of a kind as they are made. */
interface Addition {
  readonly kind: Bound;
  readonly secrets: readonly string[];
  /** Names of the objects; none for any. */
  readonly names: unknown;
  /** Names of the namespaces; none for any. */
  readonly namespaces: unknown;
  /** Of the namespaces; none for every namespace. */
  readonly selector: unknown;
  /** Whether the rule has conditions that nobody works out here: they are believed to hold. */
  readonly believed: boolean;
}

/** What a policy of the API server adds to the pods of some namespaces. */
type Admitted = Pick<Addition, 'secrets' | 'selector' | 'believed'>;

/** What comes to a namespace. */
interface Coming {
  readonly toPods: readonly Pick<Addition, 'secrets' | 'believed'>[];
  readonly toAccounts: readonly Addition[];
}

/** `Object.spec.imagePullSecrets{name: 'regcred'}`, as a mutating admission policy writes a reference. */
const REFERENCE = /\bimagePullSecrets\s*\{\s*name\s*:\s*(['"])([a-z0-9.-]{1,253})\1\s*\}/g;

/** Who adds pull secrets to pods and accounts as they are made: policies of the API server itself, and of Kyverno. */
export class AddedPullSecrets {
  readonly #additions: Addition[] = [];
  /** Of a mutating admission policy, which says what, and whose bindings say where. */
  readonly #policies = new Map<string, Admitted>();
  readonly #bindings: (Omit<Admitted, 'secrets'> & { readonly policy: string })[] = [];
  readonly #labelsOf: LabelsOf;
  /** By namespace, so that its pods do not ask every policy once more. */
  readonly #coming = new Map<string, Coming>();

  public constructor(labelsOf: LabelsOf) {
    this.#labelsOf = labelsOf;
  }

  /** Reads one object; all that there are, before anything is asked. */
  public read(object: ManifestObject): void {
    if (groupOf(object.apiVersion) === 'admissionregistration.k8s.io') this.#readAdmission(object);
    for (const rule of kyvernoRulesOf(object)) this.#additions.push(...additionsOf(rule));
  }

  /** What a pod of a namespace has beside its own list, or its account's. */
  public ofPods(namespace: string): readonly string[] {
    return this.#to(namespace).toPods.flatMap(({ secrets }) => secrets);
  }

  /** What an account has beside its own list. */
  public ofAccount(namespace: string, account: string): readonly string[] {
    return this.#toAccount(namespace, account).flatMap(({ secrets }) => secrets);
  }

  /** What comes to the pods of an account by conditions that are believed to hold, and in no other way. */
  public believed(namespace: string, account: string): readonly string[] {
    const additions = [...this.#to(namespace).toPods, ...this.#toAccount(namespace, account)];
    const sure = new Set(additions.filter(({ believed }) => !believed).flatMap(({ secrets }) => secrets));
    return additions.flatMap(({ secrets }) => secrets).filter((secret) => !sure.has(secret));
  }

  #toAccount(namespace: string, account: string): readonly Addition[] {
    return this.#to(namespace).toAccounts.filter(({ names }) => hasName(names, account));
  }

  #to(namespace: string): Coming {
    const known = this.#coming.get(namespace);
    if (known !== undefined) return known;
    const selects = selectionOf(namespace, this.#labelsOf);
    const reaches = ({ selector }: Pick<Addition, 'selector'>) => selects(selector);
    const admitted = this.#bindings.filter(reaches).flatMap(({ policy, believed }) => {
      const bound = this.#policies.get(policy);
      return bound && reaches(bound) ? [{ secrets: bound.secrets, believed: believed || bound.believed }] : [];
    });
    const added = this.#additions.filter((addition) => hasName(addition.namespaces, namespace) && reaches(addition));
    const coming = {
      toPods: [...admitted, ...added.filter(({ kind }) => kind === 'Pod')],
      toAccounts: added.filter(({ kind }) => kind === 'ServiceAccount'),
    };
    this.#coming.set(namespace, coming);
    return coming;
  }

  #readAdmission({ kind, metadata, spec }: ManifestObject): void {
    const { mutations, policyName, matchConstraints, matchResources, matchConditions, variables } = mappingIn(spec);
    if (kind === 'MutatingAdmissionPolicy') {
      const texts = listIn(mutations).map(
        (mutation) => textIn(mappingIn(mappingIn(mutation).jsonPatch).expression) ?? '',
      );
      const secrets = texts.flatMap((text) => [...text.matchAll(REFERENCE)].map(([, , name = '']) => name));
      const conditions = listIn(matchConditions).filter((condition) => mappingIn(condition).name !== NOT_A_NODE.name);
      const where = placeOf(matchConstraints);
      const believed = where.believed || conditions.length > 0 || listIn(variables).length > 0;
      this.#policies.set(textIn(mappingIn(metadata).name) ?? '', {
        ...where,
        secrets: [...new Set(secrets)],
        believed,
      });
    }
    if (kind === 'MutatingAdmissionPolicyBinding') {
      this.#bindings.push({ policy: textIn(policyName) ?? '', ...placeOf(matchResources) });
    }
  }
}

/** Where a policy or its binding holds, and whether it asks for more of a pod than its namespace. */
function placeOf(match: unknown): Pick<Addition, 'selector' | 'believed'> {
  const { namespaceSelector, objectSelector, excludeResourceRules } = mappingIn(match);
  const believed = Object.keys(mappingIn(objectSelector)).length > 0 || listIn(excludeResourceRules).length > 0;
  return { selector: namespaceSelector, believed };
}

function additionsOf(rule: Mapping): Addition[] {
  const mutate = mappingIn(rule.mutate);
  return (Object.keys(LISTS) as Bound[]).flatMap((kind) => {
    const secrets = [
      ...patched(mutate.patchesJson6902, LISTS[kind]),
      ...merged(mutate.patchStrategicMerge, LISTS[kind]),
    ];
    if (secrets.length === 0) return [];
    return filtersOf(rule, kind).map(({ resources: { names, namespaces, namespaceSelector }, hasConditions }) => ({
      kind,
      secrets,
      names,
      namespaces,
      selector: namespaceSelector,
      // a workload does not tell what its pods will be called
      believed: hasConditions || (kind === 'Pod' && listIn(names).length > 0),
    }));
  });
}

/** The names that JSON patches add to a list, one by one or all at once. */
function patched(patches: unknown, list: readonly string[]): readonly string[] {
  const pointer = `/${list.join('/')}`;
  return listIn(typeof patches === 'string' ? readPatches(patches) : patches)
    .map(mappingIn)
    .filter(({ op, path }) => op === 'add' && (path === pointer || path === `${pointer}/-`))
    .flatMap(({ value }) => namesIn(isMapping(value) ? [value] : value));
}

/** The names that a strategic merge patch adds to a list. */
function merged(patch: unknown, list: readonly string[]): readonly string[] {
  return namesIn(list.reduce((value: unknown, step) => mappingIn(value)[step], patch));
}

/** Kyverno has patches as text, in YAML or JSON; what is a template of its own is believed to add nothing. */
function readPatches(text: string): unknown {
  try {
    return parseDocument(text);
  } catch (error) {
    if (error instanceof RegcredError) return undefined;
    throw error;
  }
}

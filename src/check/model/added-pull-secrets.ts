import type { ManifestObject } from '../../manifest';
import { groupOf, mappingIn, textIn } from '../../manifest';
import type { Addition } from './addition';
import { additionsOfExpressions, placeOf } from './expression-additions';
import type { LabelsOf } from './fan-out';
import { selectionOf } from './fan-out';
import { hasName } from './kyverno-rule';
import type { ObjectRef } from './object-ref';
import { additionsOfRules } from './rule-additions';

/** Where a policy of the API server holds: without a binding, nowhere. */
interface Binding extends Pick<Addition, 'selector' | 'believed'> {
  readonly policy: string;
}

/** What comes to a namespace. */
interface Coming {
  readonly toPods: readonly Addition[];
  readonly toAccounts: readonly Addition[];
}

/** Who adds pull secrets to pods and accounts as they are made: policies of the API server itself, and of Kyverno. */
export class AddedPullSecrets {
  readonly #additions: Addition[] = [];
  readonly #policies = new Map<string, readonly Addition[]>();
  readonly #bindings: Binding[] = [];
  readonly #labelsOf: LabelsOf;
  /** By namespace, so that its pods do not ask every policy once more. */
  readonly #coming = new Map<string, Coming>();

  public constructor(labelsOf: LabelsOf) {
    this.#labelsOf = labelsOf;
  }

  /** Reads one object; all that there are, before anything is asked. */
  public read(object: ManifestObject, ref: ObjectRef): void {
    const { spec } = object;
    switch (`${groupOf(object.apiVersion)}/${object.kind}`) {
      case 'admissionregistration.k8s.io/MutatingAdmissionPolicy':
        this.#policies.set(ref.name, additionsOfExpressions(spec));
        break;
      case 'admissionregistration.k8s.io/MutatingAdmissionPolicyBinding': {
        const { policyName, matchResources } = mappingIn(spec);
        this.#bindings.push({ policy: textIn(policyName) ?? '', ...placeOf(matchResources) });
        break;
      }
      case 'policies.kyverno.io/MutatingPolicy':
        this.#additions.push(...additionsOfExpressions(spec));
        break;
      case 'policies.kyverno.io/NamespacedMutatingPolicy':
        this.#additions.push(...additionsOfExpressions(spec, [ref.namespace]));
        break;
      default:
        this.#additions.push(...additionsOfRules(object, ref));
    }
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
    return [...new Set(additions.flatMap(({ secrets }) => secrets))].filter((secret) => !sure.has(secret));
  }

  #toAccount(namespace: string, account: string): readonly Addition[] {
    return this.#to(namespace).toAccounts.filter(({ names }) => hasName(names, account));
  }

  #to(namespace: string): Coming {
    const known = this.#coming.get(namespace);
    if (known !== undefined) return known;
    const selects = selectionOf(namespace, this.#labelsOf);
    const admitted = this.#bindings
      .filter(({ selector }) => selects(selector))
      .flatMap(({ policy, believed }) =>
        (this.#policies.get(policy) ?? []).map((addition) => (believed ? { ...addition, believed } : addition)),
      );
    const added = [...admitted, ...this.#additions].filter(
      ({ namespaces, selector }) => hasName(namespaces, namespace) && selects(selector),
    );
    const coming = {
      toPods: added.filter(({ kind }) => kind === 'Pod'),
      toAccounts: added.filter(({ kind }) => kind === 'ServiceAccount'),
    };
    this.#coming.set(namespace, coming);
    return coming;
  }
}

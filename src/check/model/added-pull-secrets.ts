import type { ManifestObject } from '../../manifest';
import { groupOf, mappingIn, textIn } from '../../manifest';
import type { Addition, Bound } from './addition';
import { additionsOfExpressions, placeOf } from './expression-additions';
import type { LabelsOf } from './fan-out';
import { selectorReaches } from './fan-out';
import { hasName } from './kyverno-rule';
import type { ObjectRef } from './object-ref';
import { additionsOfRules } from './rule-additions';

/** Where a policy of the API server holds: without a binding, nowhere. */
interface Binding extends Pick<Addition, 'selector' | 'believed'> {
  readonly policy: string;
}

/** Who adds pull secrets to pods and accounts as they are made: policies of the API server itself, and of Kyverno. */
export class AddedPullSecrets {
  readonly #additions: Addition[] = [];
  readonly #policies = new Map<string, readonly Addition[]>();
  readonly #bindings: Binding[] = [];

  /** Reads one object. */
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
  public ofPods(namespace: string, labelsOf: LabelsOf): readonly string[] {
    return this.#added('Pod', namespace, undefined, labelsOf).flatMap(({ secrets }) => secrets);
  }

  /** What an account has beside its own list. */
  public ofAccount(namespace: string, account: string, labelsOf: LabelsOf): readonly string[] {
    return this.#added('ServiceAccount', namespace, account, labelsOf).flatMap(({ secrets }) => secrets);
  }

  /** What comes to the pods of an account by conditions that are believed to hold, and in no other way. */
  public believed(namespace: string, account: string, labelsOf: LabelsOf): readonly string[] {
    const additions = [
      ...this.#added('Pod', namespace, undefined, labelsOf),
      ...this.#added('ServiceAccount', namespace, account, labelsOf),
    ];
    const sure = new Set(additions.filter(({ believed }) => !believed).flatMap(({ secrets }) => secrets));
    return [...new Set(additions.flatMap(({ secrets }) => secrets))].filter((secret) => !sure.has(secret));
  }

  #added(bound: Bound, namespace: string, name: string | undefined, labelsOf: LabelsOf): readonly Addition[] {
    const selects = ({ selector }: Pick<Addition, 'selector'>) => selectorReaches(selector, namespace, labelsOf);
    const admitted = this.#bindings
      .filter(selects)
      .flatMap(({ policy, believed }) =>
        (this.#policies.get(policy) ?? []).map((addition) => (believed ? { ...addition, believed } : addition)),
      );
    return [...admitted, ...this.#additions].filter(
      (addition) =>
        addition.kind === bound &&
        (name === undefined || hasName(addition.names, name)) &&
        hasName(addition.namespaces, namespace) &&
        selects(addition),
    );
  }
}

import { ServiceAccount, ServiceAccountPatch } from '@pulumi/kubernetes/core/v1';
import {
  all,
  type CustomResource,
  type CustomResourceOptions,
  type Input,
  type Output,
  output,
  type Resource,
} from '@pulumi/pulumi';
import { RegcredError } from '../error';
import type { KubernetesObject } from '../kubernetes';
import { mergeServiceAccounts, type ServiceAccountPlan, serviceAccountDocument } from '../plan';
import { onErrorAdvice } from './error-advice';
import type { NamespaceTarget } from './namespace-target';
import { Placeholders } from './placeholders';

/** What to do where somebody else wrote the list of an account. */
export type ConflictPolicy = 'fail' | 'replace';
export const CONFLICT_POLICIES: Readonly<Record<string, ConflictPolicy>> = { fail: 'fail', replace: 'replace' };

/** One account as one component wants it. */
export interface AccountBinding {
  readonly plan: ServiceAccountPlan;
  readonly target: NamespaceTarget;
  /** What names of resources and messages call it: its name, where that is not known later. */
  readonly called: string;
  /** @default - what others that bind the account say, else 'fail' */
  readonly onConflict?: ConflictPolicy;
  /** Annotations that Pulumi knows later. */
  readonly annotations?: Output<Readonly<Record<string, string>>>;
  /** What is made before the account and destroyed after it: what the list names, and what the component depends on. */
  readonly after: readonly CustomResourceOptions['dependsOn'][];
}

/** Server-side apply overwrites what others own where a patch says so. */
const FORCE = { 'pulumi.com/patchForce': 'true' };

/** One account of one cluster: a resource whose list is open until all components of the program have bound it. */
export class BoundAccount {
  public readonly resource: CustomResource;
  readonly #annotations: Output<Readonly<Record<string, string>>>[] = [];
  readonly #after: CustomResourceOptions['dependsOn'][];
  #plan: ServiceAccountPlan;
  #onConflict?: ConflictPolicy;
  #sealed = false;

  /**
   * @param whenKnown called with the namespace and the name when Pulumi knows them; what it throws fails the resource
   */
  public constructor(
    resourceName: string,
    { plan, target, onConflict, after, annotations }: AccountBinding,
    opts: CustomResourceOptions,
    whenKnown: (namespace: string, name: string) => void,
  ) {
    this.#plan = plan;
    this.#onConflict = onConflict;
    this.#after = [...after];
    if (annotations) this.#annotations.push(annotations);
    // by then the program has run as far as it does without waiting
    const sealed = new Promise<true>((resolve) => {
      setImmediate(() => {
        this.#sealed = true;
        resolve(true);
      });
    });
    // each field by itself: what is not known yet, or secret, of one of them is none of the others'
    const document = output(sealed).apply(() => this.#document([]));
    const name = Placeholders.ofDeployment().fill(plan.name) as Input<string>;
    const namespace = all([target.name, name]).apply(([place, known]) => {
      whenKnown(place, known);
      return place;
    });
    const metadata = document.apply(({ metadata: fields }) => ({ ...fields, namespace, ...this.#laterAnnotations() }));
    const args = {
      metadata,
      imagePullSecrets: document.apply(({ imagePullSecrets }) => imagePullSecrets),
      automountServiceAccountToken: document.apply(({ automountServiceAccountToken }) => automountServiceAccountToken),
    } as object; // what the planner made of strings is what the API server takes
    // in a list: Pulumi makes an output of a bare promise, and looks for unknowns in all of the stack that its resources lead to
    const dependsOn = [sealed.then(() => this.#after)] as unknown as Promise<Resource>[];
    const options = { ...opts, dependsOn, ...onErrorAdvice() };
    this.resource = plan.creates
      ? new ServiceAccount(resourceName, args, options)
      : new ServiceAccountPatch(resourceName, args, options);
  }

  /**
   * Adds what another component wants of the account.
   *
   * @throws RegcredError `service-account-conflict` where the two cannot be one
   */
  public extend(binding: AccountBinding): void {
    if (this.#onConflict && binding.onConflict && this.#onConflict !== binding.onConflict) {
      throw conflict(binding, "one declaration says onConflict: 'fail' and another 'replace': give both the same");
    }
    // the resource is registered: what it is cannot change any more
    if (this.#plan.creates !== binding.plan.creates) {
      throw conflict(
        binding,
        'one component creates it and another patches it: use ServiceAccountBinding.create in both',
      );
    }
    const merged = this.#merged(binding);
    if (this.#sealed && (binding.annotations || JSON.stringify(merged) !== JSON.stringify(this.#plan))) {
      throw conflict(
        binding,
        'its list was complete when the program first waited: bind it before the first await, or in one component',
      );
    }
    this.#plan = merged;
    this.#onConflict ??= binding.onConflict;
    if (binding.annotations) this.#annotations.push(binding.annotations);
    this.#after.push(...binding.after);
  }

  #merged({ plan, target }: AccountBinding): ServiceAccountPlan {
    try {
      return mergeServiceAccounts(this.#plan, plan);
    } catch (error) {
      if (!(error instanceof RegcredError)) throw error;
      throw new RegcredError(error.code, Placeholders.ofDeployment().label(error.message, target.key));
    }
  }

  #laterAnnotations(): object {
    if (this.#annotations.length === 0) return {};
    return { annotations: all(this.#annotations).apply((later) => this.#document(later).metadata.annotations) };
  }

  #document(later: readonly Readonly<Record<string, string>>[]): KubernetesObject {
    const plan = later.reduce<ServiceAccountPlan>(
      (merged, annotations) => mergeServiceAccounts(merged, { ...this.#plan, annotations }),
      this.#plan,
    );
    const { metadata, ...fields } = serviceAccountDocument(plan);
    const annotations = this.#onConflict === 'replace' ? { ...metadata.annotations, ...FORCE } : metadata.annotations;
    const document = { ...fields, metadata: { ...metadata, annotations } };
    return Placeholders.ofDeployment().fill(document) as typeof document;
  }
}

/** Two declarations of one account that cannot be one. */
export function conflict({ called, target }: AccountBinding, why: string): RegcredError {
  return new RegcredError(
    'service-account-conflict',
    `service account '${called}' in namespace '${target.key}' is bound twice, and ${why}`,
  );
}

import { ServiceAccount, ServiceAccountPatch } from '@pulumi/kubernetes/core/v1';
import {
  type ComponentResource,
  type CustomResource,
  type CustomResourceOptions,
  Output,
  type ProviderResource,
  type Resource,
} from '@pulumi/pulumi';
import { RegcredError } from '../error';
import { mergeServiceAccounts, type ServiceAccountPlan, serviceAccountDocument } from '../plan';
import { onErrorAdvice } from './error-advice';
import type { NamespaceTarget } from './namespace-target';
import { perDeployment } from './per-deployment';
import { Placeholders } from './placeholders';

/** What to do where somebody else wrote the list of an account. */
export type ConflictPolicy = 'fail' | 'replace';

/** One account as one component wants it. */
export interface AccountBinding {
  readonly plan: ServiceAccountPlan;
  readonly target: NamespaceTarget;
  readonly onConflict: ConflictPolicy;
  /** What the list names: made before the account, destroyed after it. */
  readonly pullSecrets: readonly Resource[];
  readonly opts: Pick<CustomResourceOptions, 'protect' | 'retainOnDelete'>;
}

interface Entry {
  plan: ServiceAccountPlan;
  readonly onConflict: ConflictPolicy;
  readonly pullSecrets: Resource[];
  readonly resource: CustomResource;
  sealed: boolean;
}

/** Server-side apply overwrites what others own where a patch says so. */
const FORCE = { 'pulumi.com/patchForce': 'true' };

/**
 * One resource for each (provider, namespace, account) of a deployment, whichever components bind it: the list is atomic, so two
 * patches conflict, or the last one silently wins. The resource belongs to none of them and hangs on the stack.
 */
export class AccountLedger {
  public static readonly ofDeployment = perDeployment(() => new AccountLedger());

  readonly #entries = new Map<string, Entry>();

  private constructor() {}

  /**
   * Binds an account: by a resource of its own, or in the one that an earlier component made.
   *
   * @throws RegcredError `service-account-conflict` where the two cannot be one
   */
  public bind(component: ComponentResource, binding: AccountBinding): void {
    const { plan, target } = binding;
    const provider = component.getProvider('kubernetes:core/v1:ServiceAccount');
    const key = [provider && nameOf(provider), target.planned, plan.name].join('/');
    const entry = this.#entries.get(key);
    if (entry === undefined) {
      const made = makeEntry(binding, provider);
      this.#entries.set(key, made);
      adopt(component, made.resource);
      return;
    }
    if (entry.onConflict !== binding.onConflict) {
      throw conflict(binding, "one declaration says onConflict: 'fail' and another 'replace': give both the same");
    }
    const merged = mergeServiceAccounts(entry.plan, plan);
    if (entry.sealed && merged.pullSecrets.length > entry.plan.pullSecrets.length) {
      throw conflict(
        binding,
        'its list was complete when the program first waited: bind it before the first await, or in one component',
      );
    }
    entry.plan = merged;
    entry.pullSecrets.push(...binding.pullSecrets);
    adopt(component, entry.resource);
  }
}

function makeEntry(binding: AccountBinding, provider: ProviderResource | undefined): Entry {
  const { target, plan, onConflict, opts } = binding;
  const placeholders = Placeholders.ofDeployment();
  let seal: () => void = () => {};
  const sealed = new Promise<void>((resolve) => {
    seal = resolve;
  });
  // every component of the program's first run has bound by then
  setImmediate(() => {
    entry.sealed = true;
    seal();
  });
  const document = Output.create(sealed).apply(() => {
    const { metadata, ...fields } = serviceAccountDocument(entry.plan);
    const annotations = onConflict === 'replace' ? { ...metadata.annotations, ...FORCE } : metadata.annotations;
    return placeholders.fill({ metadata: { ...metadata, annotations }, ...fields }) as AccountFields;
  });
  const args = {
    metadata: document.apply(({ metadata }) => metadata),
    imagePullSecrets: document.apply(({ imagePullSecrets }) => imagePullSecrets),
    automountServiceAccountToken: document.apply(({ automountServiceAccountToken }) => automountServiceAccountToken),
  };
  const Kind = plan.creates ? ServiceAccount : ServiceAccountPatch;
  const name = ['regcred', provider && nameOf(provider), target.key, plan.name].filter(Boolean).join('/');
  const resource = new Kind(name, args as object, {
    ...opts,
    provider,
    dependsOn: sealed.then(() => entry.pullSecrets),
    ...onErrorAdvice(),
  });
  const entry: Entry = { plan, onConflict, pullSecrets: [...binding.pullSecrets], resource, sealed: false };
  return entry;
}

interface AccountFields {
  readonly metadata: unknown;
  readonly imagePullSecrets?: unknown;
  readonly automountServiceAccountToken?: unknown;
}

/** Lets `dependsOn: component` wait for a resource that is not its child. */
function adopt(component: ComponentResource, resource: Resource): void {
  const children = Reflect.get(component, '__childResources') ?? new Set();
  Reflect.set(component, '__childResources', children);
  children.add(resource);
}

function nameOf(provider: ProviderResource): string {
  return String(Reflect.get(provider, '__name') ?? '');
}

function conflict({ plan, target }: AccountBinding, why: string): RegcredError {
  return new RegcredError(
    'service-account-conflict',
    `service account '${plan.name}' in namespace '${target.key}' is bound twice, and ${why}`,
  );
}

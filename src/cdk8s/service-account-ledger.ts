import type { ApiObject, ResolutionContext } from 'cdk8s';
import type { Construct } from 'constructs';
import { RegcredError } from '../error';
import type { KubernetesObject } from '../kubernetes';
import type { ServiceAccountPlan } from '../plan';
import { mergeServiceAccounts, serviceAccountDocument } from '../plan';
import { AppLedger } from './app-ledger';
import { AppResolver, type DocumentGuard } from './app-resolver';
import { perApp } from './per-app';

/** The account's plan so far, and the document that is kept in step with it. */
interface Entry {
  plan: ServiceAccountPlan;
  readonly document: KubernetesObject;
  readonly object: ApiObject;
}

/** One document for each (namespace, account) of an app, whichever constructs bind it: the list is atomic. */
export class ServiceAccountLedger implements DocumentGuard {
  /** The ledger of the app that a construct stands in. */
  public static readonly of = perApp((scope) => AppResolver.of(scope).addGuard(new ServiceAccountLedger()));

  private readonly entries = new Map<string, Entry>();

  private constructor() {}

  /**
   * Binds an account: by a document of its own, or in the one that an earlier construct made.
   *
   * @throws RegcredError `service-account-conflict` where the two cannot be one
   */
  public bind(scope: Construct, plan: ServiceAccountPlan): void {
    const key = keyOf(plan.namespace, plan.name);
    const entry = this.entries.get(key);
    if (entry) {
      entry.plan = mergeServiceAccounts(entry.plan, plan);
      const { imagePullSecrets, automountServiceAccountToken } = serviceAccountDocument(entry.plan);
      Object.assign(entry.document, { imagePullSecrets, automountServiceAccountToken });
      for (const [name, value] of Object.entries(entry.plan.labels ?? {})) entry.object.metadata.addLabel(name, value);
      for (const [name, value] of Object.entries(entry.plan.annotations ?? {}))
        entry.object.metadata.addAnnotation(name, value);
    } else {
      const document = serviceAccountDocument(plan);
      this.entries.set(key, { plan, document, object: AppLedger.of(scope).emit(scope, document) });
    }
  }

  /** Refuses a second document for an account of ours: applied after ours it would wipe the list. */
  public check({ obj }: ResolutionContext): void {
    if (obj.kind !== 'ServiceAccount') return;
    const ours = this.entries.get(keyOf(obj.metadata.namespace ?? 'default', obj.name));
    if (!ours || ours.object === obj) return;
    throw madeBeside(obj, ours);
  }
}

function madeBeside({ name }: ApiObject, { plan, object }: Entry): RegcredError {
  const makeItThere = plan.creates
    ? ''
    : ' and have it made there, by ServiceAccountBinding.create or createServiceAccount';
  const content = contentOf(plan);
  return new RegcredError(
    'service-account-conflict',
    `service account '${name}' in namespace '${plan.namespace}' is made here and bound by '${object.node.path}': two documents overwrite ` +
      `one another; drop this one${makeItThere}${content && `, or leave the binding out and write ${content} here`}`,
  );
}

/** What a document for an account must hold where it is not bound. */
function contentOf({ pullSecrets, annotations = {} }: ServiceAccountPlan): string {
  const names = pullSecrets.map((name) => `{ name: '${name}' }`).join(', ');
  return [
    ...(names === '' ? [] : [`imagePullSecrets: [${names}]`]),
    ...Object.entries(annotations).map(([name, value]) => `the annotation '${name}': '${value}'`),
  ].join(' and ');
}

const keyOf = (namespace: string, name: string) => `${namespace}/${name}`;

import { kindOf, RegcredError, requireOneOf } from '../error';
import type { KubernetesObject } from '../kubernetes';
import { parseAnnotations, parseLabels, parseNamespaceName, parseSecretName } from '../kubernetes';
import type { NamespaceSelector, PlanContext, PullSecret, ServiceAccountBinding } from '../plan';
import {
  ARGO_CD_SOURCE,
  Platform,
  requireBindings,
  requirePullSecrets,
  requireSelector,
  requireSome,
  withSyncWave,
} from '../plan';
import { sourceIsMissing } from './engines/annotated-source';
import { kyvernoBindings } from './engines/kyverno-bindings';
import { podAdmissionPolicy } from './engines/pod-admission';
import { FanOutEngine, PodBinding } from './fan-out-engine';
import type { FanOutPlan } from './fan-out-plan';
import { CONSENT_KEY, EXCLUDE_KEY, YES } from './opt-out';

/** What is wanted: these pull secrets, in every namespace of a selector, also in those that come later. */
export interface FanOutIntent {
  readonly selector: NamespaceSelector;
  readonly pullSecrets: readonly PullSecret[];
  readonly engine: FanOutEngine;
  readonly sourceNamespace?: string;
  readonly createSourceNamespace?: boolean;
  readonly name?: string;
  readonly podBinding?: PodBinding;
  readonly serviceAccounts?: readonly ServiceAccountBinding[];
  readonly requireConsent?: boolean;
  readonly platform?: Platform;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly argoCd?: boolean;
}

const DEFAULT_NAME = 'regcred';
export const DEFAULT_SOURCE_NAMESPACE = 'regcred-system';

/** The namespaces that a fan-out reaches: those of its selector, but for the source's own and those that said no. */
export function reachOf(intent: FanOutIntent): NamespaceSelector {
  const { sourceNamespace = DEFAULT_SOURCE_NAMESPACE, selector } = intent;
  requireSelector(selector, 'selector');
  refuseSourceAsTarget(selector, sourceNamespace);
  const reach = selector.excluding(sourceNamespace).lacking(EXCLUDE_KEY, YES);
  return intent.requireConsent ? reach.having(CONSENT_KEY, YES) : reach;
}

/**
 * The documents of a fan-out: the source, what copies it, and what binds pods.
 *
 * @throws RegcredError where a name, a label or an annotation is none, the source is a target too, or the engine cannot do what is asked
 */
export function planFanOut(intent: FanOutIntent, context: PlanContext): KubernetesObject[] {
  const { pullSecrets, labels, annotations } = intent;
  const engine = requireEngine(intent.engine);
  if (intent.platform !== undefined) requireOneOf(intent.platform, 'platform', Platform);
  const plan: FanOutPlan = {
    name: parseSecretName(intent.name ?? DEFAULT_NAME),
    sourceNamespace: parseNamespaceName(intent.sourceNamespace ?? DEFAULT_SOURCE_NAMESPACE),
    secrets: requireSome(requirePullSecrets(pullSecrets), 'pullSecrets', 'pull secret').map(({ name }) => name),
    namespaces: reachOf(intent)._requirements,
    labels: parseLabels(labels),
    annotations: parseAnnotations(annotations),
  };
  const documents = [
    ...sourceDocuments(intent, plan, context),
    ...(engine._copies?.documents(plan) ?? []),
    ...bindingDocuments(intent, plan),
  ];
  return intent.argoCd ? documents.map(withSyncWave) : documents;
}

function sourceDocuments(intent: FanOutIntent, plan: FanOutPlan, context: PlanContext): KubernetesObject[] {
  const copies = intent.engine._copies;
  // where something else brings the Secrets, there is no source
  if (copies === undefined) return [];
  const asked = copies.sourceAnnotations?.(plan);
  const all = { ...plan.annotations, ...(intent.argoCd && ARGO_CD_SOURCE), ...asked };
  const target = {
    namespace: plan.sourceNamespace,
    labels: plan.labels,
    annotations: Object.keys(all).length > 0 ? all : undefined,
    ...context,
  };
  const namespace: KubernetesObject[] = intent.createSourceNamespace
    ? [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: plan.sourceNamespace } }]
    : [];
  const secrets = intent.pullSecrets.flatMap(({ name, _strategy }) => {
    const documents = _strategy.documents(target);
    if (asked && documents.length === 0) throw sourceIsMissing(name, plan.sourceNamespace, asked);
    return documents;
  });
  return [...namespace, ...secrets];
}

function bindingDocuments(intent: FanOutIntent, plan: FanOutPlan): KubernetesObject[] {
  const { engine, podBinding = engine._podBinding, serviceAccounts = [] } = intent;
  requireOneOf(podBinding, 'podBinding', PodBinding);
  const accounts = requireBindings(serviceAccounts).map(({ name }) => name);
  const [first] = serviceAccounts;
  if (first && podBinding !== PodBinding.KYVERNO) {
    throw cannotBind(first, 'only Kyverno binds accounts of namespaces that come later; leave serviceAccounts out');
  }
  if (first && intent.platform === Platform.OPENSHIFT) {
    throw cannotBind(first, "OpenShift's controllers write that list; leave serviceAccounts out");
  }
  const made = serviceAccounts.find(({ creates }) => creates);
  if (made)
    throw cannotBind(
      made,
      `it is not made in namespaces that come later; write ServiceAccountBinding.patch({ name: '${made.name}' })`,
    );
  if (podBinding === PodBinding.ADMISSION_POLICY) return podAdmissionPolicy(plan);
  return podBinding === PodBinding.KYVERNO ? [kyvernoBindings(plan, accounts)] : [];
}

function cannotBind({ name }: ServiceAccountBinding, why: string): RegcredError {
  return new RegcredError(
    'fan-out-account',
    `service account '${name}' cannot be bound: ${why}, pods are bound without it`,
  );
}

function requireEngine(engine: FanOutEngine): FanOutEngine {
  if (engine instanceof FanOutEngine) return engine;
  throw new RegcredError(
    'fan-out-engine',
    `'engine' must be a FanOutEngine: got ${kindOf(engine)}, write one of its factories, such as FanOutEngine.externalSecrets()`,
  );
}

function refuseSourceAsTarget(selector: NamespaceSelector, source: string): void {
  if (!selector._names.includes(source)) return;
  throw new RegcredError(
    'fan-out-source',
    `namespace '${source}' is the source and a target: a copy onto itself is never done; leave it out of the selector, the Secret is there already`,
  );
}

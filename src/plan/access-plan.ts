import { RegcredError, requireOneOf } from '../error';
import type { KubernetesObject } from '../kubernetes';
import { parseAnnotations, parseLabels, parseNamespaceName } from '../kubernetes';
import { syncWave, withSyncWave } from './argo-cd';
import { keyWarnings } from './key-warnings';
import { Platform } from './platform';
import type { PullSecret } from './pull-secret';
import type { PlanContext } from './pull-secret-strategy';
import { requireBindings, requirePullSecrets, requireSome } from './require-entries';
import type { ServiceAccountBinding } from './service-account-binding';
import type { ServiceAccountPlan } from './service-account-plan';

/** What is wanted: these pull secrets, for these accounts, in these namespaces. */
export interface AccessIntent {
  readonly namespaces: readonly string[];
  readonly pullSecrets: readonly PullSecret[];
  readonly serviceAccounts: readonly ServiceAccountBinding[];
  readonly createNamespaces?: boolean;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly platform?: Platform;
  /** Whether Argo CD applies the documents, in waves. */
  readonly argoCd?: boolean;
}

/** A Secret that the pods of a namespace are told to pull with. */
export interface NamespaceSecret {
  readonly name: string;
  /** Whether the documents make it. */
  readonly made: boolean;
  /** Server keys that it holds; empty where nobody said. */
  readonly covers: readonly string[];
}

/** What must exist in one namespace. */
export interface NamespacePlan {
  readonly namespace: string;
  readonly pullSecrets: readonly NamespaceSecret[];
  /** The Namespace where it is ours to make, then the Secrets or what will make them: in the order of applying. */
  readonly documents: readonly KubernetesObject[];
  readonly serviceAccounts: readonly ServiceAccountPlan[];
  /** What works, and may not be meant. */
  readonly warnings: readonly string[];
}

/**
 * What must exist in each namespace for its images to be pulled.
 *
 * @throws RegcredError where a name, a label or an annotation is none, or a namespace, a pull secret or an account comes twice
 */
export function planAccess(intent: AccessIntent, context: PlanContext): NamespacePlan[] {
  const namespaces = requireSome(intent.namespaces, 'namespaces', 'namespace').map(parseNamespaceName);
  const names = requireSome(requirePullSecrets(intent.pullSecrets), 'pullSecrets', 'pull secret').map(
    ({ name }) => name,
  );
  if (intent.platform !== undefined) requireOneOf(intent.platform, 'platform', Platform);
  parseLabels(intent.labels);
  parseAnnotations(intent.annotations);
  const accounts = requireBindings(intent.serviceAccounts).map(({ name }) => name);
  refuseTwice(namespaces, 'namespace-duplicate', 'namespace');
  refuseTwice(names, 'secret-duplicate', 'pull secret');
  refuseTwice(accounts, 'service-account-conflict', 'service account');
  return namespaces.map((namespace) => {
    const secrets = secretDocuments(namespace, intent, context);
    return {
      namespace,
      pullSecrets: intent.pullSecrets.map(({ name, _strategy }, i) => ({
        name,
        made: secrets[i]?.length !== 0,
        covers: _strategy.covers(namespace),
      })),
      documents: inWaves([...namespaceDocuments(namespace, intent), ...secrets.flat()], intent),
      serviceAccounts: serviceAccountPlans(namespace, names, intent),
      warnings: keyWarnings(namespace, intent.pullSecrets),
    };
  });
}

function namespaceDocuments(name: string, { createNamespaces, labels, annotations }: AccessIntent): KubernetesObject[] {
  if (!createNamespaces) return [];
  const metadata = { name, ...(labels && { labels }), ...(annotations && { annotations }) };
  return [{ apiVersion: 'v1', kind: 'Namespace', metadata }];
}

function inWaves(documents: KubernetesObject[], { argoCd }: AccessIntent): KubernetesObject[] {
  return argoCd ? documents.map(withSyncWave) : documents;
}

/** The documents of each pull secret. */
function secretDocuments(namespace: string, intent: AccessIntent, context: PlanContext): KubernetesObject[][] {
  const { labels, annotations } = intent;
  return intent.pullSecrets.map((secret) => secret._strategy.documents({ namespace, labels, annotations, ...context }));
}

function serviceAccountPlans(namespace: string, names: readonly string[], intent: AccessIntent): ServiceAccountPlan[] {
  const leaveList = intent.platform === Platform.OPENSHIFT;
  return intent.serviceAccounts
    .filter((binding) => binding.creates || !leaveList)
    .map(({ name, creates, _props }) => ({
      namespace,
      name,
      creates,
      pullSecrets: leaveList ? [] : names,
      automountServiceAccountToken: _props.automountServiceAccountToken,
      labels: merged(intent.labels, _props.labels),
      annotations: merged(
        intent.argoCd ? syncWave('ServiceAccount') : undefined,
        merged(intent.annotations, _props.annotations),
      ),
    }));
}

type StringMap = Readonly<Record<string, string>>;

function merged(outer: StringMap | undefined, inner: StringMap | undefined): StringMap | undefined {
  return outer || inner ? { ...outer, ...inner } : undefined;
}

function refuseTwice(
  values: readonly string[],
  code: 'namespace-duplicate' | 'secret-duplicate' | 'service-account-conflict',
  what: string,
): void {
  const seen = new Set<string>();
  for (const value of values) {
    if (seen.has(value)) throw new RegcredError(code, `${what} '${value}' is listed twice: list each name once`);
    seen.add(value);
  }
}

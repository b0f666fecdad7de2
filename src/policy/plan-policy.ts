import { RegcredError, requireList, requireOneOf } from '../error';
import type { KubernetesObject } from '../kubernetes';
import {
  parseAnnotations,
  parseLabels,
  parseNamespaceName,
  parseSecretName,
  parseServiceAccountName,
} from '../kubernetes';
import {
  NamespaceSelector,
  type PullSecret,
  requireBindings,
  requirePullSecrets,
  requireSelector,
  type ServiceAccountBinding,
} from '../plan';
import { parseServer } from '../registry';
import { admissionPolicyDocuments, type PolicyPlan } from './admission-policy';
import { ImagePattern } from './image-pattern';
import { kyvernoPolicyDocuments } from './kyverno-policy';
import { PolicyEngine, PolicyMode } from './policy-mode';
import type { PolicyRules } from './policy-rules';
import { refuseToStopTheCluster } from './system-images';

/** What is wanted of the pods of some namespaces. */
export interface PolicyIntent {
  readonly name?: string;
  readonly namespaces?: NamespaceSelector;
  readonly mode?: PolicyMode;
  readonly engine?: PolicyEngine;
  readonly allowedImages?: readonly string[];
  readonly pullSecrets?: readonly PullSecret[];
  readonly serviceAccounts?: readonly ServiceAccountBinding[];
  readonly refuseLatest?: boolean;
  readonly requireDigest?: boolean;
  readonly requirePullSecret?: boolean;
  readonly parametersNamespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

const DEFAULT_NAME = 'regcred';
/** Patterns that a policy may hold: with this many, a pod with 50 containers stays inside the budget of an expression. */
const MAX_PATTERNS = 200;
/** Those with a star are regular expressions, which cost more. */
const MAX_GLOBS = 20;

/**
 * The documents of a policy.
 *
 * @throws RegcredError where the policy says nothing, a name, a label, an annotation or a pattern is none, or it would stop the cluster's own pods
 */
export function planPolicy(intent: PolicyIntent): KubernetesObject[] {
  const {
    namespaces = NamespaceSelector.all(),
    mode = PolicyMode.ENFORCE,
    engine = PolicyEngine.ADMISSION_POLICY,
  } = intent;
  const { labels, annotations } = intent;
  requireOneOf(mode, 'mode', PolicyMode);
  requireOneOf(engine, 'engine', PolicyEngine);
  requireSelector(namespaces, 'namespaces');
  const rules = rulesOf(intent, namespaces);
  if (mode === PolicyMode.ENFORCE) refuseToStopTheCluster(rules, namespaces);
  const plan: PolicyPlan = {
    name: parsePolicyName(intent.name ?? DEFAULT_NAME),
    rules,
    namespaces: namespaces._requirements,
    mode,
    parametersNamespace: parseNamespaceName(intent.parametersNamespace ?? 'kube-system'),
    labels: parseLabels(labels),
    annotations: parseAnnotations(annotations),
  };
  const kyverno = engine === PolicyEngine.KYVERNO;
  return kyverno ? kyvernoPolicyDocuments(plan) : admissionPolicyDocuments(plan);
}

function rulesOf(intent: PolicyIntent, namespaces: NamespaceSelector): PolicyRules {
  const names = namespaces._names.length > 0 ? namespaces._names : [UNNAMED];
  const { allowedImages = [], pullSecrets = [], serviceAccounts, refuseLatest = false, requireDigest = false } = intent;
  const allowed = [
    ...requireList(allowedImages, 'policy-pattern', "'allowedImages'", "['ghcr.io/acme']").map(ImagePattern.parse),
    ...requirePullSecrets(pullSecrets).flatMap((secret) => patternsOf(secret, names)),
  ];
  const distinct = [...new Map(allowed.map((pattern) => [String(pattern), pattern])).values()];
  refuseMore('registries and repositories', distinct, MAX_PATTERNS);
  refuseMore(
    "patterns with '*'",
    distinct.filter(({ host }) => host.includes('*')),
    MAX_GLOBS,
  );
  if (intent.requirePullSecret && pullSecrets.length === 0) throw nothingTo('requirePullSecret', 'pullSecrets');
  const rules: PolicyRules = {
    allowed: distinct.length > 0 ? distinct : undefined,
    refuseLatest,
    requireDigest,
    pullSecrets: intent.requirePullSecret ? pullSecrets.map(({ name }) => parseSecretName(name)) : undefined,
    serviceAccounts:
      serviceAccounts && requireBindings(serviceAccounts).map(({ name }) => parseServiceAccountName(name)),
  };
  if (Object.values(rules).every((rule) => rule === undefined || rule === false)) {
    throw new RegcredError(
      'policy-empty',
      'the policy allows everything: give allowedImages, pullSecrets, serviceAccounts, refuseLatest or requireDigest',
    );
  }
  if (serviceAccounts?.length === 0) throw nothingTo('a policy on accounts', 'serviceAccounts');
  return rules;
}

/** A namespace that a pull secret, where it differs from one to another, does not know by name. */
const UNNAMED = '';

/** The registries that a pull secret logs in to, or the parts of them. */
function patternsOf({ _strategy }: PullSecret, namespaces: readonly string[]): ImagePattern[] {
  return namespaces
    .flatMap((namespace) => _strategy.covers(namespace))
    .map((serverKey) => {
      const { host, path } = parseServer(serverKey);
      return ImagePattern.parse(path === '' ? host : `${host}/${path}/`);
    });
}

function parsePolicyName(name: string): string {
  return parseSecretName(name); // the same rule: a DNS subdomain
}

function refuseMore(what: string, patterns: readonly ImagePattern[], most: number): void {
  if (patterns.length <= most) return;
  throw new RegcredError(
    'policy-pattern',
    `a policy holds at most ${most} ${what}: got ${patterns.length}; allow a path that holds several, or make a policy for each team's namespaces`,
  );
}

function nothingTo(what: string, property: string): RegcredError {
  return new RegcredError('policy-empty', `${what} needs '${property}': it is empty, name at least one`);
}

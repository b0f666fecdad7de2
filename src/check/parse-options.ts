import { RegcredError, requireList, requireOptions, requireString } from '../error';
import { KubernetesVersion, parseNamespaceName } from '../kubernetes';
import type { CustomKind } from '../manifest';
import { parseServerKey } from '../registry';
import type { Severity } from './finding';
import type { SecretModel } from './model/secret-model';
import type { CheckOptions, ExistingSecret, Suppression } from './options';
import { parseSeverity } from './parse-severity';
import { PullPolicies } from './pull-policies';
import { RULE_IDS, type RuleId } from './rule-id';

/** Options that have been read: nobody checks them again. */
export interface CheckSettings {
  readonly namespace: string;
  readonly policies: PullPolicies;
  readonly existingSecrets: readonly SecretModel[];
  /** Of the cluster. */
  readonly version: KubernetesVersion;
  readonly suppressions: readonly Suppression[];
  readonly severities: Readonly<Partial<Record<RuleId, Severity | 'off'>>>;
  readonly customKinds: readonly CustomKind[];
}

/** The newest version of Kubernetes whose rules have been looked at. */
const NEWEST_VERSION = '1.37';

/**
 * Reads the options of a check.
 *
 * @throws RegcredError with a `check-…` code, or `kubernetes-version` or `registry-server-key`, where one is wrong
 */
export function parseOptions(options: CheckOptions): CheckSettings {
  const {
    namespace = 'default',
    existingSecrets = [],
    suppressions = [],
    severities = {},
    customKinds = [],
  } = requireOptions(options, "{ publicImages: ['registry.acme.com/public/*'] }");
  const someSuppression = "[{ rule: 'mutable-tag', reason: 'a demo' }]";
  requireList(suppressions, 'check-suppression', "'suppressions'", someSuppression).forEach(checkSuppression);
  for (const [rule, severity] of Object.entries(severities)) checkSeverity(rule, severity);
  return {
    namespace: parseNamespaceName(namespace),
    policies: new PullPolicies(options),
    existingSecrets: requireList(existingSecrets, 'option-value', "'existingSecrets'", `[${EXISTING}]`).map(modelOf),
    version: KubernetesVersion.parse(options.kubernetesVersion ?? NEWEST_VERSION),
    suppressions,
    severities,
    customKinds,
  };
}

const EXISTING = "{ name: 'regcred', covers: ['ghcr.io/acme/'] }";

function modelOf(secret: ExistingSecret): SecretModel {
  const { name, namespace = '', covers } = requireOptions(secret, EXISTING);
  requireString(name, 'secret-name', 'name of an existing Secret', "one such as 'regcred'");
  return { namespace, name, content: { state: 'opaque', covers: covers?.map(parseServerKey) }, path: [] };
}

function checkSuppression({ rule, object, reason }: Suppression): void {
  checkRule('check-suppression', rule);
  const of = object === undefined ? rule : `${rule} of '${object}'`;
  if (typeof reason !== 'string' || reason.trim() === '') {
    throw new RegcredError('check-suppression', `a suppression needs a reason: got none for ${of}`);
  }
  const parts = object?.split('/').length ?? 2;
  if (parts !== 2 && parts !== 3) {
    throw new RegcredError(
      'check-suppression',
      `the object of a suppression is 'Kind/name' or 'Kind/namespace/name': got '${object}'`,
    );
  }
}

function checkSeverity(rule: string, severity: string): void {
  checkRule('check-severity', rule);
  parseSeverity(severity, rule, ['off']);
}

function checkRule(code: 'check-suppression' | 'check-severity', rule: string): void {
  if (RULE_IDS.some((known) => known === rule)) return;
  throw new RegcredError(code, `there is no rule '${rule}': the rules are ${RULE_IDS.join(', ')}`);
}

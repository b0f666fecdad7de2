import type { CheckOptions, ExistingSecret, Severity, Suppression } from '../check';
import { parseOptions, RULE_IDS, SEVERITIES } from '../check';
import { parseNamespaceName, parseSecretName } from '../kubernetes';
import { parseCustomKind } from '../manifest';
import { parseServerKey } from '../registry';
import type { ConfigNode } from './config-node';

/** The section `check` of regcred.yaml. */
export interface CheckConfig extends CheckOptions {
  /** What is checked where the command line names nothing. */
  readonly paths?: readonly string[];
  readonly failOn?: Severity;
}

const FIELDS = [
  'paths',
  'failOn',
  'namespace',
  'kubernetesVersion',
  'public',
  'private',
  'node',
  'existingSecrets',
  'suppressions',
  'severities',
  'customKinds',
] as const;

/** Reads the section. Whatever the check would refuse is refused here, so that the error says where it stands. */
export function parseCheckConfig(node: ConfigNode): CheckConfig {
  const fields = node.fields(FIELDS);
  return {
    paths: fields.paths?.texts(),
    failOn: fields.failOn?.oneOf(SEVERITIES),
    namespace: fields.namespace?.parsed(parseNamespaceName),
    kubernetesVersion: fields.kubernetesVersion?.parsed((text) => accepted({ kubernetesVersion: text }, text)),
    publicImages: fields.public && parsePatterns(fields.public),
    privateImages: fields.private && parsePatterns(fields.private),
    nodeImages: fields.node && parsePatterns(fields.node),
    existingSecrets: fields.existingSecrets?.list().map(parseExistingSecret),
    suppressions: fields.suppressions?.list().map(parseSuppression),
    severities: fields.severities && parseSeverities(fields.severities),
    customKinds: fields.customKinds?.list().map((kind) => kind.parsed(parseCustomKind)),
  };
}

function parsePatterns(node: ConfigNode): readonly string[] {
  return node.list().map((pattern) => pattern.parsed((text) => accepted({ publicImages: [text] }, text)));
}

function parseExistingSecret(node: ConfigNode): ExistingSecret {
  const { name, namespace, covers } = node.fields(['name', 'namespace', 'covers']);
  if (!name) throw node.error("needs a 'name'");
  return {
    name: name.parsed(parseSecretName),
    namespace: namespace?.parsed(parseNamespaceName),
    covers: covers?.list().map((key) => key.parsed(parseServerKey)),
  };
}

function parseSuppression(node: ConfigNode): Suppression {
  const { rule, object, reason } = node.fields(['rule', 'object', 'reason']);
  if (!rule) throw node.error("needs a 'rule'");
  if (!reason) throw node.error("needs a 'reason': who reads the report wants to know why");
  const suppression = { rule: rule.oneOf(RULE_IDS), object: object?.text(), reason: reason.text() };
  return node.checked(() => accepted({ suppressions: [suppression] }, suppression));
}

function parseSeverities(node: ConfigNode): CheckOptions['severities'] {
  const rules = node.fields(RULE_IDS);
  return Object.fromEntries(
    Object.entries(rules).map(([rule, severity]) => [rule, severity.oneOf([...SEVERITIES, 'off'])]),
  );
}

/** The value, where the check takes the options that it stands in. */
function accepted<T>(options: CheckOptions, value: T): T {
  parseOptions(options);
  return value;
}

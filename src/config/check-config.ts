import type { CheckOptions, ExistingSecret, Severity, Suppression } from '../check';
import { RULE_IDS, SEVERITIES } from '../check';

import { parseCustomKind } from '../manifest';
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

/** Reads the section; what it says about rules and kinds is checked here, so that the error can name the file. */
export function parseCheckConfig(node: ConfigNode): CheckConfig {
  const fields = node.fields(FIELDS);
  return {
    paths: fields.paths?.texts(),
    failOn: fields.failOn?.oneOf(SEVERITIES),
    namespace: fields.namespace?.text(),
    kubernetesVersion: fields.kubernetesVersion?.text(),
    publicImages: fields.public?.texts(),
    privateImages: fields.private?.texts(),
    nodeImages: fields.node?.texts(),
    existingSecrets: fields.existingSecrets?.list().map(parseExistingSecret),
    suppressions: fields.suppressions?.list().map(parseSuppression),
    severities: fields.severities && parseSeverities(fields.severities),
    customKinds: fields.customKinds?.texts().map(parseCustomKind),
  };
}

function parseExistingSecret(node: ConfigNode): ExistingSecret {
  const { name, namespace, covers } = node.fields(['name', 'namespace', 'covers']);
  if (!name) throw node.error("needs a 'name'");
  return { name: name.text(), namespace: namespace?.text(), covers: covers?.texts() };
}

function parseSuppression(node: ConfigNode): Suppression {
  const { rule, object, reason } = node.fields(['rule', 'object', 'reason']);
  if (!rule) throw node.error("needs a 'rule'");
  if (!reason) throw node.error("needs a 'reason': who reads the report wants to know why");
  return { rule: rule.oneOf(RULE_IDS), object: object?.text(), reason: reason.text() };
}

function parseSeverities(node: ConfigNode): CheckOptions['severities'] {
  const rules = node.fields(RULE_IDS);
  return Object.fromEntries(
    Object.entries(rules).map(([rule, severity]) => [rule, severity.oneOf([...SEVERITIES, 'off'])]),
  );
}

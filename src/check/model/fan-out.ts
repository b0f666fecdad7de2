import { hasInOrder, isLabelOperator, NAMESPACE_NAME_LABEL, selectsLabels } from '../../kubernetes';
import type { Mapping } from '../../manifest';
import { isMapping, listIn, mappingIn } from '../../manifest';
import type { SecretModel } from './secret-model';

/** A Secret that something in the cluster makes in many namespaces, under one name. */
export interface FanOut {
  /** The Secret as it will be in each; its namespace is the source's, or empty. */
  readonly secret: SecretModel;
  readonly reaches: (namespace: string, labels: LabelsOf) => boolean;
}

/** The labels of a namespace, where a manifest has it. */
export type LabelsOf = (namespace: string) => Mapping | undefined;

/**
 * Whether a comma-separated list of names and regular expressions reaches a namespace, as reflector and replicator read it: an expression
 * must match all of the name. Only names and `.*` are worked out; what is cleverer is believed of names that begin as it does.
 */
export function namesReach(list: string, namespace: string): boolean {
  return list.split(',').some((part) => {
    const pattern = part.trim().replace(/^\^/, '').replace(/\$$/, '');
    if (pattern === '') return false;
    const pieces = pattern.split('.*');
    if (pieces.every((piece) => /^[a-z0-9-]*$/.test(piece))) return hasInOrder(namespace, pieces);
    return pattern.includes('|') || namespace.startsWith(beginningOf(pattern));
  });
}

/** The letters that every match begins with: up to the first sign, or the letter before it where it says that the letter may be absent. */
function beginningOf(pattern: string): string {
  const [letters = ''] = /^[a-z0-9-]*/.exec(pattern) ?? [];
  return '*?{'.includes(pattern.charAt(letters.length)) ? letters.slice(0, -1) : letters;
}

/** Whether a label selector reaches a namespace. */
export function selectorReaches(selector: unknown, namespace: string, labelsOf: LabelsOf): boolean {
  return selectionOf(namespace, labelsOf)(selector);
}

/** Which label selectors reach a namespace. One that no manifest has is believed to have what only it could have. */
export function selectionOf(namespace: string, labelsOf: LabelsOf): (selector: unknown) => boolean {
  const known = labelsOf(namespace);
  const labels: Mapping = { ...known, [NAMESPACE_NAME_LABEL]: namespace };
  const unknown = (label: string) => known === undefined && label !== NAMESPACE_NAME_LABEL;
  return (selector) => {
    const { matchLabels, matchExpressions } = mappingIn(selector);
    return (
      Object.entries(mappingIn(matchLabels)).every(([label, value]) => unknown(label) || labels[label] === value) &&
      listIn(matchExpressions)
        .filter(isMapping)
        .every((expression) => unknown(String(expression.key)) || expressionHolds(expression, labels))
    );
  };
}

/** Values that are no strings are refused by the API server: they are compared as they are. */
function expressionHolds({ key, operator, values }: Mapping, labels: Mapping): boolean {
  if (!isLabelOperator(operator)) return false;
  const requirement = { key: String(key), operator, values: listIn(values) as readonly string[] };
  return selectsLabels([requirement], labels as Readonly<Record<string, string>>);
}

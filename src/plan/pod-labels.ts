import { serviceAccountOf } from '../kubernetes';

/** Labels of the pods that run as one ServiceAccount. */
export interface AccountPodLabels {
  readonly serviceAccount: string;
  readonly labels: Readonly<Record<string, string>>;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * The metadata of a pod or a pod template with the labels of its account filled in, of which a pod's own values hold;
 * the same metadata where there is nothing to fill in.
 */
export function applyPodLabels(metadata: unknown, podSpec: Fields, rules: readonly AccountPodLabels[]): unknown {
  const account = serviceAccountOf(podSpec);
  const own = fieldsOf(fieldsOf(metadata).labels);
  const labels = { ...own };
  for (const rule of rules) {
    if (rule.serviceAccount !== account) continue;
    for (const [name, value] of Object.entries(rule.labels)) labels[name] ??= value;
  }
  const isSame = Object.keys(labels).every((name) => labels[name] === own[name]);
  return isSame ? metadata : { ...fieldsOf(metadata), labels };
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

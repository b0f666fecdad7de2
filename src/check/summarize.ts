import type { CheckSummary } from './check-report';
import type { CheckedCluster } from './checked-cluster';
import { type Finding, SEVERITIES, type SuppressedFinding } from './finding';
import type { Suppression } from './options';
import { type ImageVerdict, VERDICTS } from './verdict';

/** The numbers of a report. */
export function summarize(
  cluster: CheckedCluster,
  images: readonly ImageVerdict[],
  findings: readonly Finding[],
  suppressed: readonly SuppressedFinding[],
  unusedSuppressions: readonly Suppression[],
): CheckSummary {
  return {
    objects: cluster.model.objects,
    workloads: cluster.pods.length,
    images: images.length,
    verdicts: count(VERDICTS, images, ({ verdict }) => verdict),
    findings: count(SEVERITIES, findings, ({ severity }) => severity),
    suppressed: suppressed.length,
    unusedSuppressions,
  };
}

function count<Key extends string, Item>(
  keys: readonly Key[],
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): Record<Key, number> {
  const numbers = Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
  for (const item of items) numbers[keyOf(item)] += 1;
  return numbers;
}

import { ApiObject, type Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { perApp } from './per-app';

/** Documents that one chart may have; cdk8s runs out of stack between 110,000 and 130,000. */
const MAX_DOCUMENTS = 100_000;

/** What is said about charts that cdk8s could not write: counted once for each app, as cdk8s asks once for each chart. */
export const chartSizeFaults = perApp((scope) => countFaults(scope.node.root));

function countFaults(root: IConstruct): readonly string[] {
  const counts = new Map<Chart, number>();
  for (const node of root.node.findAll()) {
    if (!ApiObject.isApiObject(node)) continue;
    counts.set(node.chart, (counts.get(node.chart) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > MAX_DOCUMENTS).map(tooMany);
}

function tooMany([chart, count]: [Chart, number]): string {
  const charts = Math.ceil(count / MAX_DOCUMENTS);
  return (
    `chart '${chart.node.path}' has ${count} documents, and cdk8s writes no chart with more than about 120,000: ` +
    `spread the namespaces over ${charts} charts, each with a PrivateRegistryAccess for its part`
  );
}

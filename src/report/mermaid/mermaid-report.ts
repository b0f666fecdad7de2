import type { CheckReport, ImageVerdict } from '../../check';
import { MermaidGraph } from './graph';

/** The way of each image as a Mermaid flow chart: pod → ServiceAccount → Secret → server key → image; what is broken is red. */
export function formatMermaid(report: CheckReport): string {
  const graph = new MermaidGraph();
  for (const image of report.images) drawImage(graph, image);
  return graph.toString();
}

function drawImage(graph: MermaidGraph, verdict: ImageVerdict): void {
  const { namespace, kind, name, serviceAccount, pullSecretsFrom, pullSecrets, tried, image } = verdict;
  const broken = verdict.verdict === 'missing' || verdict.verdict === 'malformed';
  const pod = graph.node(namespace, `pod ${kind}/${name}`, `${kind}/${name}`);
  const target = graph.node(
    namespace,
    `image ${verdict.verdict} ${image}`,
    image,
    'hexagon',
    broken ? 'broken' : undefined,
  );
  let holder = pod;
  if (pullSecretsFrom === 'service-account') {
    holder = graph.node(namespace, `account ${serviceAccount}`, `ServiceAccount/${serviceAccount}`, 'round');
    graph.edge(pod, holder);
  }
  const secrets = new Map(
    pullSecrets.map((secret) => [secret, graph.node(namespace, `secret ${secret}`, `Secret/${secret}`, 'cylinder')]),
  );
  for (const secret of secrets.values()) graph.edge(holder, secret);

  for (const { secret, serverKey } of tried) {
    const key = graph.node(namespace, `key ${secret} ${serverKey}`, serverKey, 'flag');
    graph.edge(secrets.get(secret) ?? holder, key);
    graph.edge(key, target);
  }
  if (tried.length > 0) return;
  const ends = secrets.size > 0 ? [...secrets.values()] : [pod];
  switch (verdict.verdict) {
    case 'missing':
      for (const end of ends) graph.brokenEdge(end, target, secrets.size > 0 ? 'no key matches' : 'no pull secret');
      break;
    case 'malformed':
      for (const end of ends) graph.brokenEdge(end, target, 'cannot be read');
      break;
    case 'opaque':
      for (const end of ends) graph.labelledEdge(end, target, 'made in the cluster');
      break;
    default:
      graph.labelledEdge(pod, target, verdict.verdict);
  }
}

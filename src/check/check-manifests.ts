import type { ManifestDocument } from '../manifest';
import { formatJsonPath } from '../manifest';
import { checkCluster } from './check-cluster';
import type { CheckReport } from './check-report';
import type { CheckedCluster } from './checked-cluster';
import { type Finding, SEVERITIES, type Severity } from './finding';
import { ClusterModel } from './model/cluster-model';
import { locationIn } from './model/object-ref';
import type { CheckOptions } from './options';
import { parseOptions } from './parse-options';
import type { Hit, Rule } from './rule';
import { RULES } from './rules';
import { summarize } from './summarize';
import { suppress } from './suppress';
import { verdictsOf } from './verdicts-of';

/**
 * Says of each image of these objects whether and how the kubelet will pull it, and what is wrong. The objects may be a stream:
 * each is let go when what matters of it has been read.
 *
 * @throws RegcredError with a `check-…` code where the options are wrong
 */
export function checkManifests(documents: Iterable<ManifestDocument>, options: CheckOptions = {}): CheckReport {
  const settings = parseOptions(options);
  const model = new ClusterModel(settings);
  for (const secret of settings.existingSecrets) model.declare(secret);
  for (const document of documents) model.add(document);
  const cluster = checkCluster(model, settings);
  const images = verdictsOf(cluster.pods);
  const found = collect(cluster).flatMap((hit) => findingsOf(hit, settings.severities[hit.rule.id]));
  found.sort(bySeverity);
  const { findings, suppressed, unused } = suppress(found, settings.suppressions);
  return { images, findings, suppressed, summary: summarize(cluster, images, findings, suppressed, unused) };
}

interface RuleHit extends Hit {
  readonly rule: Rule;
}

/** What every rule says, each fault once: the last resort is silent about an image that another rule explains. */
function collect(cluster: CheckedCluster): RuleHit[] {
  const hits = RULES.flatMap((rule) => [...rule.check(cluster)].map((hit): RuleHit => ({ rule, ...hit })));
  const explained = new Set(hits.flatMap(({ rule, images = [] }) => (rule.lastResort ? [] : images)));
  return hits.filter(({ rule, images = [] }) => !rule.lastResort || images.some((image) => !explained.has(image)));
}

function findingsOf({ rule, severity, on, path, message, fix }: RuleHit, override?: Severity | 'off'): Finding[] {
  if (override === 'off') return [];
  const finding = {
    rule: rule.id,
    severity: override ?? severity,
    namespace: on.namespace,
    kind: on.kind,
    name: on.name,
    path: formatJsonPath(path),
    message,
    fix,
    why: rule.why,
    link: rule.link,
    location: locationIn(on, path),
  };
  return [finding];
}

/** The worst first; among equals the order of rules and objects stays. */
function bySeverity(a: Finding, b: Finding): number {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
}

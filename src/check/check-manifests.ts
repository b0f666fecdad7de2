import type { ManifestDocument } from '../manifest';
import { checkCluster } from './check-cluster';
import type { CheckReport } from './check-report';
import { collectFindings } from './collect-findings';
import { ClusterModel } from './model/cluster-model';
import type { CheckOptions } from './options';
import { parseOptions } from './parse-options';
import { summarize } from './summarize';
import { suppress } from './suppress';
import { verdictsOf } from './verdicts-of';

/**
 * Says of each image of these objects whether and how the kubelet will pull it, and what is wrong. The objects may be a stream:
 * each is let go when what matters of it has been read.
 *
 * @throws RegcredError with a `check-…` code, `namespace-name` or `kubernetes-version`, where the options are wrong
 */
export function checkManifests(documents: Iterable<ManifestDocument>, options: CheckOptions = {}): CheckReport {
  const settings = parseOptions(options);
  const model = new ClusterModel(settings);
  for (const secret of settings.existingSecrets) model.declare(secret);
  for (const document of documents) model.add(document);
  const cluster = checkCluster(model, settings);
  const images = verdictsOf(cluster.pods);
  const found = collectFindings(cluster, settings.severities);
  const { findings, suppressed, unused } = suppress(found, settings.suppressions);
  return { images, findings, suppressed, summary: summarize(cluster, images, findings, suppressed, unused) };
}

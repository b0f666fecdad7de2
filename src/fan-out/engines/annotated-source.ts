import { RegcredError } from '../../error';
import { formatLabelRequirements, REFLECTION, REPLICATION } from '../../kubernetes';
import type { CopyMethod } from '../fan-out-plan';

/**
 * The reflector copies what its source's annotations say, and lets no other namespace have it.
 *
 * @see https://github.com/emberstack/kubernetes-reflector
 */
export const REFLECTOR_COPIES: CopyMethod = {
  name: 'the reflector',
  sourceAnnotations: ({ namespaces }) => {
    const selector = formatLabelRequirements(namespaces);
    return {
      [REFLECTION.allowed]: 'true',
      [REFLECTION.allowedSelector]: selector,
      [REFLECTION.auto]: 'true',
      [REFLECTION.autoSelector]: selector,
    };
  },
  documents: () => [],
};

/**
 * The replicator pushes copies into the namespaces that its source's annotation selects. Labels stay behind: a copy with the labels of a GitOps
 * tool is pruned by it.
 *
 * @see https://github.com/mittwald/kubernetes-replicator
 */
export const REPLICATOR_COPIES: CopyMethod = {
  name: 'the replicator',
  sourceAnnotations: ({ namespaces }) => ({
    [REPLICATION.toMatching]: formatLabelRequirements(namespaces),
    [REPLICATION.stripLabels]: 'true',
  }),
  documents: () => [],
};

/** Annotations can only stand on a source that is made here. */
export function sourceIsMissing(
  secret: string,
  namespace: string,
  annotations: Readonly<Record<string, string>>,
): RegcredError {
  const pairs = Object.entries(annotations).map(([key, value]) => `'${key}=${value}'`);
  return new RegcredError(
    'fan-out-source',
    `pull secret '${secret}' is not made here, so its annotations are not either: take a strategy that makes it, or run ` +
      `kubectl annotate secret ${secret} -n ${namespace} ${pairs.join(' ')} and declare the fan-out with FanOutEngine.none()`,
  );
}

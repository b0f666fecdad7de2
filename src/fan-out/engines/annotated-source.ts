import { RegcredError } from '../../error';
import { formatLabelRequirements } from '../../kubernetes';
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
    return reflector({
      'reflection-allowed': 'true',
      'reflection-allowed-namespaces-selector': selector,
      'reflection-auto-enabled': 'true',
      'reflection-auto-namespaces-selector': selector,
    });
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
    'replicator.v1.mittwald.de/replicate-to-matching': formatLabelRequirements(namespaces),
    'replicator.v1.mittwald.de/strip-labels': 'true',
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

function reflector(annotations: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(annotations).map(([key, value]) => [`reflector.v1.k8s.emberstack.com/${key}`, value]),
  );
}

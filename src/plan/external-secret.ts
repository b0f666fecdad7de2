import type { KubernetesObject } from '../kubernetes';
import { COVERS_ANNOTATION, DOCKER_CONFIG_JSON_KEY, DOCKER_CONFIG_JSON_TYPE } from '../kubernetes';
import { kubernetesDuration } from './durations';
import type { PullSecretTarget } from './pull-secret-strategy';

/** What an ExternalSecret is made of. */
export interface ExternalSecretParts {
  readonly name: string;
  /** In seconds. */
  readonly refreshInterval: number;
  /** Keys of the Secret's logins. */
  readonly serverKeys: readonly string[];
  /** The template of its `.dockerconfigjson`. */
  readonly template: string;
  /** `secretStoreRef`, `data` and `dataFrom`: where the values come from. */
  readonly sources: Readonly<Record<string, unknown>>;
}

/**
 * The document that the External Secrets Operator makes the Secret from.
 *
 * @see https://external-secrets.io/latest/api/externalsecret/
 */
export function externalSecret(target: PullSecretTarget, parts: ExternalSecretParts): KubernetesObject {
  const { name, refreshInterval, serverKeys, template, sources } = parts;
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: coveringMetadata(name, target, serverKeys),
    spec: {
      refreshInterval: kubernetesDuration(refreshInterval),
      ...sources,
      target: {
        name,
        creationPolicy: 'Owner',
        template: {
          engineVersion: 'v2',
          type: DOCKER_CONFIG_JSON_TYPE,
          ...secretMetadata(target),
          data: { [DOCKER_CONFIG_JSON_KEY]: template },
        },
      },
    },
  };
}

/** Metadata of an object that makes a Secret: it says what the Secret will hold, since no check can look inside. */
export function coveringMetadata(
  name: string,
  { namespace, labels, annotations }: PullSecretTarget,
  serverKeys: readonly string[],
): KubernetesObject['metadata'] {
  return {
    name,
    namespace,
    ...(labels && { labels }),
    annotations: { ...annotations, [COVERS_ANNOTATION]: serverKeys.join(', ') },
  };
}

/** The labels and annotations of the Secret that is made: ours, and no tracking label of a GitOps tool on the object that makes it. */
function secretMetadata({ labels, annotations }: PullSecretTarget): { readonly metadata?: object } {
  return labels || annotations ? { metadata: { ...(labels && { labels }), ...(annotations && { annotations }) } } : {};
}

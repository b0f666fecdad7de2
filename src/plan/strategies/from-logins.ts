import { RegcredError } from '../../error';
import type { KubernetesObject } from '../../kubernetes';
import {
  DOCKER_CONFIG_JSON_KEY,
  DOCKER_CONFIG_JSON_TYPE,
  PLAINTEXT_CREDENTIAL_ANNOTATION,
  parseSecretName,
} from '../../kubernetes';
import type { RegistryLogin } from '../../registry';

import type { PullSecretStrategy, PullSecretTarget } from '../pull-secret-strategy';

/** A Secret whose bytes are written at synth, as `kubectl create secret docker-registry` writes them. */
export function fromLogins(name: string, logins: readonly RegistryLogin[]): PullSecretStrategy {
  if (logins.length === 0) {
    throw new RegcredError(
      'pull-secret-empty',
      `pull secret '${name}' has no login: give at least one, or refer to a Secret that is there with PullSecret.existing('${name}')`,
    );
  }
  parseSecretName(name);
  return { name, logins, documents: (target) => [dockerConfigSecret(name, logins, target)] };
}

function dockerConfigSecret(
  name: string,
  logins: readonly RegistryLogin[],
  target: PullSecretTarget,
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name,
      namespace: target.namespace,
      ...(target.labels && { labels: target.labels }),
      annotations: { ...target.annotations, [PLAINTEXT_CREDENTIAL_ANNOTATION]: 'true' },
    },
    type: DOCKER_CONFIG_JSON_TYPE,
    // never `stringData`: server-side apply would record that field as ours, and not the data
    data: { [DOCKER_CONFIG_JSON_KEY]: target.render(logins) },
  };
}

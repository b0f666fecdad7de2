import type { KubernetesObject } from '../../kubernetes';
import {
  DOCKER_CONFIG_JSON_KEY,
  DOCKER_CONFIG_JSON_TYPE,
  PLAINTEXT_CREDENTIAL_ANNOTATION,
  parseSecretName,
} from '../../kubernetes';
import type { RegistryLogin } from '../../registry';
import { localLogins } from '../login-source';
import type { PullSecretStrategy, PullSecretTarget } from '../pull-secret-strategy';

/** Properties of `PullSecret.fromLogins`. */
export interface LoginsPullSecretProps {
  /** The logins that the Secret holds: one for each registry, or for each path of one. */
  readonly logins: RegistryLogin[];

  /**
   * Name of the Secret, the same in every namespace.
   *
   * @default 'regcred'
   */
  readonly name?: string;

  /**
   * Whether the content of the Secret can never change, which Kubernetes then enforces: a new password needs a Secret of another name.
   *
   * @default false
   */
  readonly immutable?: boolean;
}

/** A Secret whose bytes are written at synth, as `kubectl create secret docker-registry` writes them. */
export function fromLogins(name: string, props: LoginsPullSecretProps): PullSecretStrategy {
  parseSecretName(name);
  const { immutable = false } = props;
  const logins = localLogins('PullSecret.fromLogins', name, props.logins);
  return {
    name,
    logins,
    immutable,
    covers: () => logins.map(({ serverKey }) => serverKey),
    documents: (target) => [{ ...dockerConfigSecret(name, logins, target), ...(immutable && { immutable }) }],
  };
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

import type { Login } from '../harness/image';

/** A pull secret as `kubectl create secret docker-registry` would write it, for any number of servers. */
export function pullSecret(namespace: string, name: string, logins: Readonly<Record<string, Login>>): object {
  const auths = Object.entries(logins).map(([server, { username, password }]) => {
    const auth = Buffer.from(`${username}:${password}`).toString('base64');
    return [server, { username, password, auth }];
  });
  return dockerConfigSecret(namespace, name, JSON.stringify({ auths: Object.fromEntries(auths) }));
}

/** A Secret of the right type with any text in it. */
export function dockerConfigSecret(namespace: string, name: string, config: string): object {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace },
    type: 'kubernetes.io/dockerconfigjson',
    data: { '.dockerconfigjson': Buffer.from(config).toString('base64') },
  };
}

/** A pod with one container. */
export function pod(namespace: string, name: string, image: string, spec: PodSpec = {}): object {
  const { imagePullSecrets, imagePullPolicy = 'Always', ...rest } = spec;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace },
    spec: {
      containers: [{ name: 'app', image, imagePullPolicy }],
      imagePullSecrets: imagePullSecrets?.map((secret) => ({ name: secret })),
      ...rest,
    },
  };
}

/** What a test says about a pod. */
export interface PodSpec {
  readonly imagePullSecrets?: readonly string[];
  readonly serviceAccountName?: string;
  /** @default Always - what is on the node already does not count */
  readonly imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
}

/** A ServiceAccount with its pull secrets. */
export function serviceAccount(namespace: string, name: string, ...imagePullSecrets: string[]): object {
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name, namespace },
    imagePullSecrets: imagePullSecrets.map((secret) => ({ name: secret })),
  };
}

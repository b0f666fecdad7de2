import { DOCKER_CONFIG_JSON_TYPE, type KubernetesObject, roleAndBinding } from '../../kubernetes';
import { type CopyMethod, type FanOutPlan, metadataOf } from '../fan-out-plan';

/** Seconds between two looks for new namespaces, and for new passwords. */
export interface RefreshTimes {
  readonly refreshTime: number;
  readonly refreshInterval: number;
}

/** Seconds as Go reads them. */
const seconds = (count: number) => `${count}s`;
/** Every namespace has it: the certificate of its own API server. */
const ROOT_CA = { type: 'ConfigMap', name: 'kube-root-ca.crt', key: 'ca.crt' };

/**
 * The External Secrets Operator reads the source with an account that may read nothing else, and writes a copy in each namespace. The password
 * is fetched from its vendor once, not once a namespace.
 *
 * @see https://external-secrets.io/latest/api/clusterexternalsecret/
 */
export function externalSecretsCopies(times: RefreshTimes): CopyMethod {
  return {
    name: 'the External Secrets Operator',
    documents: (plan) => [
      ...reader(plan),
      store(plan),
      ...plan.secrets.map((secret) => clusterExternalSecret(plan, secret, times)),
    ],
  };
}

function reader(plan: FanOutPlan): KubernetesObject[] {
  const { name, sourceNamespace: namespace, secrets } = plan;
  const metadata = metadataOf(plan, name, { namespace });
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata, automountServiceAccountToken: false },
    ...roleAndBinding(
      metadata,
      [{ apiGroups: [''], resources: ['secrets'], resourceNames: secrets, verbs: ['get'] }],
      [{ kind: 'ServiceAccount', name, namespace }],
    ),
  ];
}

/** Without conditions, anybody who may write an ExternalSecret could read the source through the store. */
function store(plan: FanOutPlan): KubernetesObject {
  const { name, sourceNamespace } = plan;
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ClusterSecretStore',
    metadata: metadataOf(plan, name),
    spec: {
      conditions: [{ namespaceSelector: { matchExpressions: plan.namespaces } }],
      provider: {
        kubernetes: {
          remoteNamespace: sourceNamespace,
          server: { caProvider: { ...ROOT_CA, namespace: sourceNamespace } },
          auth: { serviceAccount: { name, namespace: sourceNamespace } },
        },
      },
    },
  };
}

function clusterExternalSecret(plan: FanOutPlan, secret: string, times: RefreshTimes): KubernetesObject {
  const { secrets, name } = plan;
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ClusterExternalSecret',
    metadata: metadataOf(plan, secrets.length === 1 ? name : `${name}-${secret}`),
    spec: {
      externalSecretName: secret,
      namespaceSelectors: [{ matchExpressions: plan.namespaces }],
      refreshTime: seconds(times.refreshTime),
      externalSecretSpec: {
        refreshInterval: seconds(times.refreshInterval),
        secretStoreRef: { kind: 'ClusterSecretStore', name },
        target: { name: secret, creationPolicy: 'Owner', template: { type: DOCKER_CONFIG_JSON_TYPE } },
        dataFrom: [{ extract: { key: secret } }],
      },
    },
  };
}

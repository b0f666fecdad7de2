import { DOCKER_CONFIG_JSON_KEY, DOCKER_CONFIG_JSON_TYPE } from '../../kubernetes';
import { yamlName } from './yaml-name';

/** A pull secret that is to be printed. */
export interface PrintedSecret {
  readonly name: string;
  readonly namespace?: string;
  /** The `.dockerconfigjson`, in base64. */
  readonly data: string;
}

export type SecretFormat = keyof typeof FORMATTERS;

const FORMATTERS = { yaml: formatYaml, json: formatJson } as const;

/** The bytes that `kubectl create secret docker-registry --dry-run=client` prints. */
export function formatSecret(secret: PrintedSecret, format: SecretFormat): string {
  return FORMATTERS[format](secret);
}

function formatYaml({ name, namespace, data }: PrintedSecret): string {
  const lines = [
    'apiVersion: v1',
    'data:',
    `  ${DOCKER_CONFIG_JSON_KEY}: ${data}`,
    'kind: Secret',
    'metadata:',
    `  name: ${yamlName(name)}`,
    ...(namespace === undefined ? [] : [`  namespace: ${yamlName(namespace)}`]),
    `type: ${DOCKER_CONFIG_JSON_TYPE}`,
  ];
  return `${lines.join('\n')}\n`;
}

function formatJson({ name, namespace, data }: PrintedSecret): string {
  const secret = {
    kind: 'Secret',
    apiVersion: 'v1',
    metadata: { name, namespace },
    data: { [DOCKER_CONFIG_JSON_KEY]: data },
    type: DOCKER_CONFIG_JSON_TYPE,
  };
  return `${JSON.stringify(secret, undefined, 4)}\n`;
}

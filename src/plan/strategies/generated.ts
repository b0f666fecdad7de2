import type { KubernetesObject } from '../../kubernetes';
import { parseSecretName } from '../../kubernetes';
import type { RegistryLogin } from '../../registry';
import { dockerConfigTemplate } from '../docker-config-template';
import { type ExternalSecretParts, externalSecret } from '../external-secret';
import type { GeneratedCredentials } from '../generators/generated-credentials';
import type { LoginWith } from '../login-source';
import { generatedLogins } from '../login-source';
import type { PullSecretStrategy, PullSecretTarget } from '../pull-secret-strategy';
import { tokenRefreshInterval } from '../refresh-interval';

/** Properties of `PullSecret.generated`. */
export interface GeneratedPullSecretProps {
  /** The logins that the Secret holds, each with `GeneratedCredentials`. */
  readonly logins: RegistryLogin[];

  /**
   * Name of the Secret and of the objects that make it, the same in every namespace.
   *
   * @default 'regcred'
   */
  readonly name?: string;

  /**
   * Time between two tokens, in seconds; less than the shortest life of the tokens.
   *
   * @default - half of the shortest life
   */
  readonly refreshInterval?: number;
}

const API_VERSION = 'generators.external-secrets.io/v1alpha1';

/** An object of the cluster that makes tokens, and what its outputs are called in the template. */
interface GeneratorObject {
  readonly kind: string;
  readonly name: string;
  readonly spec: Readonly<Record<string, unknown>>;
  /** Generators name their outputs alike: with several of them, each output gets a number. */
  readonly suffix: string;
}

/** Generators, and an ExternalSecret that asks them for a token again and again. */
export function generated(name: string, props: GeneratedPullSecretProps): PullSecretStrategy {
  parseSecretName(name);
  const logins = generatedLogins(name, props.logins);
  const lives = logins.map(({ login: { registry } }) => ({ registry: registry.name, seconds: registry.tokenLifetime }));
  const refreshInterval = tokenRefreshInterval(props.refreshInterval, lives);
  const generators = generatorsOf(name, logins);
  const entries = logins.map(({ login, credentials }) => {
    const suffix = generators.get(request(login, credentials))?.suffix ?? '';
    const { serverKey, email } = login;
    return { serverKey, email, ...credentials._generator.login((output) => `.${output}${suffix}`) };
  });
  const objects = [...generators.values()];
  const parts: ExternalSecretParts = {
    name,
    refreshInterval,
    serverKeys: entries.map(({ serverKey }) => serverKey),
    template: dockerConfigTemplate(entries),
    sources: { dataFrom: objects.map(dataFrom) },
  };
  return {
    name,
    logins: [],
    covers: () => parts.serverKeys,
    documents: (target) => [
      ...objects.map((object) => generatorDocument(target, object)),
      externalSecret(target, parts),
    ],
  };
}

/** One object for all logins that ask for the same, such as the two hosts of one registry; by what they ask for. */
function generatorsOf(name: string, logins: readonly LoginWith<GeneratedCredentials>[]): Map<string, GeneratorObject> {
  const requests = [...new Set(logins.map(({ login, credentials }) => request(login, credentials)))];
  return new Map(
    requests.map((key, i) => {
      const several = requests.length > 1;
      return [key, { ...JSON.parse(key), name: several ? `${name}-${i}` : name, suffix: several ? String(i) : '' }];
    }),
  );
}

function request({ registry }: RegistryLogin, { _generator }: GeneratedCredentials): string {
  return JSON.stringify({ kind: _generator.kind, spec: _generator.spec(registry) });
}

function generatorDocument(target: PullSecretTarget, { kind, name, spec }: GeneratorObject): KubernetesObject {
  const { namespace, labels, annotations } = target;
  const metadata = { name, namespace, ...(labels && { labels }), ...(annotations && { annotations }) };
  return { apiVersion: API_VERSION, kind, metadata, spec };
}

function dataFrom({ kind, name, suffix }: GeneratorObject): object {
  const rewrite = suffix === '' ? {} : { rewrite: [{ regexp: { source: '^(.+)$', target: `\${1}${suffix}` } }] };
  return { sourceRef: { generatorRef: { apiVersion: API_VERSION, kind, name } }, ...rewrite };
}

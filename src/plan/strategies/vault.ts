import type { RemoteCredentials, RemoteValue } from '../../credential';
import { RegcredError, requireOneOf, requireString } from '../../error';
import type { KubernetesObject } from '../../kubernetes';
import { DOCKER_CONFIG_JSON_KEY, DOCKER_CONFIG_JSON_TYPE, parseSecretName } from '../../kubernetes';
import type { RegistryLogin } from '../../registry';
import { dockerConfigTemplate, type TemplateEntry, templateString } from '../docker-config-template';
import { singleUnitDuration } from '../durations';
import { coveringMetadata } from '../external-secret';
import { type LoginWith, remoteLogins } from '../login-source';
import type { PullSecretStrategy, PullSecretTarget } from '../pull-secret-strategy';
import { parseRefreshInterval } from '../refresh-interval';

/** Version of a key-value secrets engine of Vault. */
export enum VaultKvVersion {
  /** Without versions of secrets. */
  V1 = 'kv-v1',
  /** With versions of secrets. */
  V2 = 'kv-v2',
}

/** Properties of `PullSecret.vault`. */
export interface VaultPullSecretProps {
  /** Path that the key-value engine is mounted at, such as `secret`. */
  readonly mount: string;

  /** The logins that the Secret holds, each with `RemoteCredentials` whose key is the path in the engine: the same path for all. */
  readonly logins: RegistryLogin[];

  /**
   * Name of the Secret and of the VaultStaticSecret, the same in every namespace.
   *
   * @default 'regcred'
   */
  readonly name?: string;

  /**
   * The VaultAuth to log in with: `NAME` in the same namespace, or `NAMESPACE/NAME`.
   *
   * @default - the VaultAuth `default` of the operator's namespace
   */
  readonly authRef?: string;

  /**
   * Version of the engine.
   *
   * @default VaultKvVersion.V2
   */
  readonly kvVersion?: VaultKvVersion;

  /**
   * Vault's own namespace of the mount (Vault Enterprise).
   *
   * @default - the one of the VaultAuth
   */
  readonly vaultNamespace?: string;

  /**
   * Time between two looks at Vault, in seconds.
   *
   * @default 3600
   */
  readonly refreshInterval?: number;
}

/** A VaultStaticSecret: the Vault Secrets Operator reads the passwords and writes the Secret. */
export function vault(name: string, props: VaultPullSecretProps): PullSecretStrategy {
  parseSecretName(name);
  const logins = remoteLogins('PullSecret.vault', name, props.logins);
  const read = theOneSecret(logins.flatMap(({ credentials }) => valuesOf(credentials)));
  const entries = logins.map(entryOf);
  const template = `${guard(logins)}${dockerConfigTemplate(entries)}`;
  const serverKeys = entries.map(({ serverKey }) => serverKey);
  const spec = {
    ...sourceOf(props),
    ...read,
    refreshAfter: singleUnitDuration(parseRefreshInterval(props.refreshInterval)),
  };
  return {
    name,
    logins: [],
    warnings: logins.flatMap(({ warnings }) => warnings),
    covers: () => serverKeys,
    documents: (target) => [
      {
        apiVersion: 'secrets.hashicorp.com/v1beta1',
        kind: 'VaultStaticSecret',
        metadata: coveringMetadata(name, target, serverKeys),
        spec: { ...spec, destination: destination(target, name, template) },
      } satisfies KubernetesObject,
    ],
  };
}

function sourceOf({ authRef, vaultNamespace, mount, kvVersion = VaultKvVersion.V2 }: VaultPullSecretProps): object {
  if (requireString(mount, 'vault-path', 'mount', "the path that the engine is mounted at, such as 'secret'") === '') {
    throw new RegcredError(
      'vault-path',
      "mount is empty: write the path that the engine is mounted at, such as 'secret'",
    );
  }
  return {
    ...(authRef && { vaultAuthRef: authRef }),
    ...(vaultNamespace && { namespace: vaultNamespace }),
    mount,
    type: requireOneOf(kvVersion, 'kvVersion', VaultKvVersion),
  };
}

function destination({ labels, annotations }: PullSecretTarget, name: string, text: string): object {
  return {
    name,
    create: true,
    type: DOCKER_CONFIG_JSON_TYPE,
    ...(labels && { labels }),
    ...(annotations && { annotations }),
    transformation: {
      // the Secret holds the docker config, and not the passwords once more
      excludeRaw: true,
      excludes: ['.*'],
      templates: { [DOCKER_CONFIG_JSON_KEY]: { text } },
    },
  };
}

function valuesOf({ _username, _password }: RemoteCredentials): RemoteValue[] {
  return _username === undefined ? [_password] : [_username, _password];
}

/** The path and version that all values are read from: an object of the operator reads one secret. */
function theOneSecret(values: readonly RemoteValue[]): object {
  const [first, ...others] = values;
  for (const other of others) {
    if (other.key !== first?.key || other.version !== first?.version) {
      throw new RegcredError(
        'vault-path',
        `a VaultStaticSecret reads one secret: got ${shown(first)} and ${shown(other)}, ` +
          `store the logins as properties of one, or make a pull secret for each`,
      );
    }
  }
  if (first?.version === undefined) return { path: first?.key };
  const version = Number(first.version);
  if (Number.isSafeInteger(version) && version >= 0) return { path: first.key, version };
  throw new RegcredError('vault-path', `version of a secret in Vault is a number: got '${first.version}'`);
}

function shown(value: RemoteValue | undefined): string {
  return `'${value?.key}'${value?.version === undefined ? '' : ` in version ${value.version}`}`;
}

function entryOf({ login: { serverKey, email }, credentials }: LoginWith<RemoteCredentials>): TemplateEntry {
  const { _username, _knownUsername = '', _password } = credentials;
  const username = _username ? read(propertyOf(_username)) : templateString(_knownUsername);
  return { serverKey, email, username, password: read(propertyOf(_password)) };
}

function read(property: string): string {
  return `get .Secrets ${templateString(property)} | toString`;
}

/** The operator would write `<nil>` for a property that is not there: better no Secret than a wrong login. */
function guard(logins: readonly LoginWith<RemoteCredentials>[]): string {
  const properties = new Set(logins.flatMap(({ credentials }) => valuesOf(credentials)).map(propertyOf));
  const list = [...properties].map(templateString).join(' ');
  return `{{ range list ${list} }}{{ if empty (get $.Secrets .) }}{{ fail (printf "the secret in Vault has no property %s" .) }}{{ end }}{{ end }}`;
}

function propertyOf({ key, property }: RemoteValue): string {
  if (property !== undefined) return property;
  throw new RegcredError(
    'vault-path',
    `a secret in Vault is a map of properties: name the one of '${key}' that is the password, such as property: 'password'`,
  );
}

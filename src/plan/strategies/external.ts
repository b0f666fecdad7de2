import type { RemoteCredentials, RemoteValue } from '../../credential';
import { kindOf, RegcredError } from '../../error';
import { parseSecretName } from '../../kubernetes';
import type { RegistryLogin } from '../../registry';
import type { TemplateEntry } from '../docker-config-template';
import { dockerConfigTemplate, templateString } from '../docker-config-template';
import { type ExternalSecretParts, externalSecret } from '../external-secret';
import { remoteLogins } from '../login-source';
import type { PullSecretStrategy } from '../pull-secret-strategy';
import { parseRefreshInterval } from '../refresh-interval';
import type { SecretStore } from '../secret-store';

/** Properties of `PullSecret.external`. */
export interface ExternalPullSecretProps {
  /** The store of the External Secrets Operator that the passwords are in. */
  readonly store: SecretStore;

  /** The logins that the Secret holds, each with `RemoteCredentials`. */
  readonly logins: RegistryLogin[];

  /**
   * Name of the Secret and of the ExternalSecret, the same in every namespace.
   *
   * @default 'regcred'
   */
  readonly name?: string;

  /**
   * Time between two looks at the store, in seconds.
   *
   * @default 3600
   */
  readonly refreshInterval?: number;
}

/** An ExternalSecret: the operator fetches the passwords and writes the Secret. */
export function external(name: string, props: ExternalPullSecretProps): PullSecretStrategy {
  parseSecretName(name);
  const refreshInterval = parseRefreshInterval(props.refreshInterval);
  const logins = remoteLogins('PullSecret.external', name, props.logins);
  const sources = logins.map(({ login, credentials }, i, all) =>
    sourceOf(login, credentials, all.length === 1 ? '' : String(i)),
  );
  const entries = sources.map(({ entry }) => entry);
  const { kind, name: store } = requireStore(props.store);
  const parts: ExternalSecretParts = {
    name,
    refreshInterval,
    serverKeys: entries.map(({ serverKey }) => serverKey),
    template: dockerConfigTemplate(entries),
    sources: { secretStoreRef: { name: store, kind }, data: sources.flatMap((source) => source.data) },
  };
  return {
    name,
    logins: [],
    warnings: logins.flatMap(({ warnings }) => warnings),
    covers: () => parts.serverKeys,
    documents: (target) => [externalSecret(target, parts)],
  };
}

function requireStore(store: SecretStore): SecretStore {
  if (store?.kind !== undefined) return store;
  throw new RegcredError(
    'secret-store',
    `store must be a SecretStore: got ${kindOf(store)}, write SecretStore.cluster('vault'), or SecretStore.namespaced('vault')`,
  );
}

interface Source {
  readonly entry: TemplateEntry;
  readonly data: readonly object[];
}

function sourceOf({ serverKey, email }: RegistryLogin, credentials: RemoteCredentials, suffix: string): Source {
  const data: object[] = [];
  const fetched = (name: string, { key, property, version }: RemoteValue) => {
    const secretKey = `${name}${suffix}`;
    const remoteRef = { key, ...(property && { property }), ...(version && { version }) };
    data.push({ secretKey, remoteRef });
    return `.${secretKey}`;
  };
  const { _username, _knownUsername = '', _password } = credentials;
  const username = _username ? fetched('username', _username) : templateString(_knownUsername);
  return { entry: { serverKey, email, username, password: fetched('password', _password) }, data };
}

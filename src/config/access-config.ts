import { parseAnnotations, parseLabels, parseNamespaceName } from '../kubernetes';
import type { AccessIntent, PullSecret } from '../plan';
import { Platform, ServiceAccountBinding } from '../plan';
import type { ConfigNode } from './config-node';

/** One entry of the section `access`: the properties of a `PrivateRegistryAccess`. */
export interface AccessConfig extends AccessIntent {
  readonly podDefaults: boolean;
}

const FIELDS = [
  'namespaces',
  'createNamespaces',
  'pullSecrets',
  'serviceAccounts',
  'podDefaults',
  'platform',
  'labels',
  'annotations',
] as const;

/** Reads an entry; its pull secrets are among those of the file. */
export function parseAccessConfig(node: ConfigNode, secrets: ReadonlyMap<string, PullSecret>): AccessConfig {
  const fields = node.fields(FIELDS);
  const { labels, annotations } = fields;
  if (!fields.namespaces) throw node.error("needs 'namespaces'");
  const names = fields.pullSecrets?.list().map((entry) => entry.oneOf([...secrets.keys()])) ?? [...secrets.keys()];
  return {
    namespaces: fields.namespaces.list().map((name) => name.parsed(parseNamespaceName)),
    createNamespaces: fields.createNamespaces?.flag(),
    pullSecrets: names.map((name) => secrets.get(name)).filter((secret) => secret !== undefined),
    serviceAccounts: fields.serviceAccounts?.list().map(parseBinding) ?? [ServiceAccountBinding.patchDefault()],
    podDefaults: fields.podDefaults?.flag() ?? true,
    platform: fields.platform?.oneOf(Object.values(Platform)),
    labels: labels?.checked(() => parseLabels(labels.textMap())),
    annotations: annotations?.checked(() => parseAnnotations(annotations.textMap())),
  };
}

/** A name of an account that is there, or one to create. */
function parseBinding(node: ConfigNode): ServiceAccountBinding {
  if (typeof node.value === 'string') return node.parsed((name) => ServiceAccountBinding.patch({ name }));
  const { create, automountServiceAccountToken, labels, annotations } = node.fields([
    'create',
    'automountServiceAccountToken',
    'labels',
    'annotations',
  ]);
  if (!create) throw node.error("is the name of an account, or needs 'create' with the name of one to make");
  return create.parsed((name) =>
    ServiceAccountBinding.create({
      name,
      automountServiceAccountToken: automountServiceAccountToken?.flag() ?? false,
      labels: labels?.textMap(),
      annotations: annotations?.textMap(),
    }),
  );
}

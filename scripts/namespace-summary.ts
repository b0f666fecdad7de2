// What each namespace got, read out of the manifests themselves.
import { formatTable } from '../src/report/text/table';

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly data?: Readonly<Record<string, string>>;
  readonly imagePullSecrets?: readonly { readonly name: string }[];
}

const WORKLOADS = ['Pod', 'Deployment', 'CronJob'];

/** A table: a line a namespace, with its pull secrets and what refers to them. */
export function namespaceSummary(documents: readonly unknown[]): string {
  const manifests = documents as readonly Manifest[];
  const namespaces = [...new Set(manifests.filter(isNamespaced).map(namespaceOf))];
  const rows = namespaces.map((namespace) => {
    const here = manifests.filter((manifest) => isNamespaced(manifest) && namespaceOf(manifest) === namespace);
    return [
      namespace,
      here.filter(({ kind }) => kind === 'Secret').map(pullSecret),
      here.filter(({ kind }) => kind === 'ServiceAccount').map(({ metadata }) => metadata.name),
      here.filter(({ kind }) => WORKLOADS.includes(kind)).map(workload),
    ].map((cell) => (Array.isArray(cell) ? cell.join(', ') || '-' : cell));
  });
  const header = ['NAMESPACE', 'PULL SECRET (REGISTRIES)', 'BOUND ACCOUNTS', 'WORKLOADS (OWN PULL SECRETS)'];
  return formatTable([header, ...rows].map((row) => row.map((text) => ({ text }))));
}

const isNamespaced = ({ kind }: Manifest) => kind !== 'Namespace';
const namespaceOf = ({ metadata }: Manifest) => metadata.namespace ?? 'default';

function pullSecret({ metadata, data }: Manifest): string {
  const config = JSON.parse(Buffer.from(data?.['.dockerconfigjson'] ?? '', 'base64').toString());
  return `${metadata.name} (${Object.keys(config.auths).join(' ')})`;
}

function workload(manifest: Manifest): string {
  const lists = [...JSON.stringify(manifest).matchAll(/"imagePullSecrets":(\[[^\]]*\])/g)];
  const names = lists.flatMap(([, list]) => (JSON.parse(list ?? '[]') as { name: string }[]).map(({ name }) => name));
  return `${manifest.kind}/${manifest.metadata.name} (${names.join(' ') || 'none: from its account'})`;
}

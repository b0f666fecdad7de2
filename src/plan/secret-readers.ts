import { kindOf, RegcredError } from '../error';
import type { KubernetesObject } from '../kubernetes';
import { parseLabels, parseNamespaceName, parseSecretName, roleAndBinding } from '../kubernetes';
import { requireSome } from './require-entries';
import type { SecretReader } from './secret-reader';

/** What is wanted: these subjects, and no others, read these Secrets in these namespaces. */
export interface ReadersIntent {
  /** Name of the Role and of the RoleBinding. */
  readonly name: string;
  readonly namespaces: readonly string[];
  readonly secrets: readonly string[];
  readonly readers: readonly SecretReader[];
  readonly labels?: Readonly<Record<string, string>>;
}

/**
 * A Role and a RoleBinding for each namespace. The Role has the verb `get` for the Secrets by name: `list` and `watch` would show all of them.
 *
 * @throws RegcredError `plan-empty` where nobody may read anything: a Role without names of Secrets would let its readers have them all
 */
export function planSecretReaders(intent: ReadersIntent): KubernetesObject[] {
  requireSome(intent.namespaces, 'namespaces', 'namespace');
  requireSome(intent.secrets, 'secrets', 'Secret');
  requireSome(intent.readers, 'readers', 'reader').forEach(requireReader);
  parseLabels(intent.labels);
  const resourceNames = [...new Set(intent.secrets.map(parseSecretName))];
  const rules = [{ apiGroups: [''], resources: ['secrets'], resourceNames, verbs: ['get'] }];
  return intent.namespaces.map(parseNamespaceName).flatMap((namespace) => {
    const metadata = { name: parseSecretName(intent.name), namespace, ...(intent.labels && { labels: intent.labels }) };
    const subjects = intent.readers.map((reader) => reader._subject(namespace));
    return roleAndBinding(metadata, rules, subjects);
  });
}

function requireReader(reader: SecretReader): void {
  if (reader?._subject !== undefined) return;
  throw new RegcredError(
    'secret-readers',
    `'readers' holds what is no SecretReader: got ${kindOf(reader)}, write SecretReader.serviceAccount('image-scanner', 'tools')`,
  );
}

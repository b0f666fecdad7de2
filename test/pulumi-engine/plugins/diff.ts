import { isRecord } from './property-value';

type Properties = Readonly<Record<string, unknown>>;

export interface ResourceDiff {
  readonly changed: boolean;
  readonly replaces: readonly string[];
  readonly deleteBeforeReplace: boolean;
}

/** Fields that cannot change in place, by kind, as far as pull secrets and pods go. */
const IMMUTABLE_FIELDS: Readonly<Record<string, readonly string[]>> = {
  Job: ['spec.template'],
  Pod: ['spec.imagePullSecrets', 'spec.serviceAccountName', 'spec.automountServiceAccountToken'],
};

/**
 * The Kubernetes provider's answer to a diff: identity always replaces; the data of a Secret does unless `enableSecretMutable`
 * is set; a patch replaces for nothing else. What is replaced under its own fixed name is deleted first.
 */
export function diffResource(type: string, olds: Properties, news: Properties, secretsMutable: boolean): ResourceDiff {
  const kind = type.split(':').pop() ?? '';
  const fields = ['metadata.name', 'metadata.namespace', ...(IMMUTABLE_FIELDS[kind] ?? [])];
  if (kind === 'Secret') fields.push('type', ...(secretsMutable ? [] : ['data', 'stringData']));
  const replaces = fields.filter((field) => !same(at(olds, field), at(news, field)));
  return {
    changed: !same(olds, news),
    replaces,
    deleteBeforeReplace:
      replaces.length > 0 && !isAutonamed(news) && !replaces.some((field) => field.startsWith('metadata.')),
  };
}

/** Adds the name that the provider makes for an object without one. */
export function autoname(name: string, olds: Properties, news: Properties): Properties {
  const metadata = isRecord(news.metadata) ? news.metadata : {};
  if (metadata.name !== undefined) return news;
  const oldName = at(olds, 'metadata.name');
  const suffix = Math.random().toString(16).slice(2, 10).padEnd(8, '0');
  const annotations = { ...(isRecord(metadata.annotations) ? metadata.annotations : {}), [AUTONAMED]: 'true' };
  return { ...news, metadata: { ...metadata, name: oldName ?? `${name}-${suffix}`, annotations } };
}

const AUTONAMED = 'pulumi.com/autonamed';

function isAutonamed(properties: Properties): boolean {
  const annotations = at(properties, 'metadata.annotations');
  return isRecord(annotations) && annotations[AUTONAMED] === 'true';
}

function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((found, key) => (isRecord(found) ? found[key] : undefined), value);
}

function same(left: unknown, right: unknown): boolean {
  return canonical(left) === canonical(right);
}

function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_, item) => (isRecord(item) ? Object.fromEntries(Object.entries(item).sort()) : item));
}

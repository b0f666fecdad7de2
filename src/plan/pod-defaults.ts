import { kindOf, RegcredError } from '../error';

/** What a pod spec gets where it does not say otherwise. */
export interface PodSpecDefaults {
  /** Names of pull secrets; added to those that the pod spec lists, since its list shadows the service account's. */
  readonly imagePullSecrets?: readonly string[];
  readonly automountServiceAccountToken?: boolean;
  readonly serviceAccountName?: string;
  readonly imagePullPolicy?: string;
}

type Fields = Readonly<Record<string, unknown>>;

const CONTAINER_LISTS = ['containers', 'initContainers', 'ephemeralContainers'] as const;

/** The fields of a pod spec that these defaults look at. */
export function defaultedFields(defaults: PodSpecDefaults): string[] {
  const { imagePullPolicy, ...others } = defaults;
  const fields = ['imagePullSecrets', 'serviceAccount', ...Object.keys(others)];
  return imagePullPolicy === undefined ? fields : [...fields, ...CONTAINER_LISTS];
}

/**
 * A pod spec with the defaults filled in; the one that is passed stays as it was.
 *
 * @throws RegcredError `pull-secret-reference` where the pod spec lists a pull secret without a name
 */
export function applyPodDefaults(podSpec: Fields, defaults: PodSpecDefaults): Fields {
  const result: Record<string, unknown> = { ...podSpec };
  fill(result, 'automountServiceAccountToken', defaults.automountServiceAccountToken);
  // `serviceAccount` is the field's old name, which the API server still reads
  if (podSpec.serviceAccount === undefined) fill(result, 'serviceAccountName', defaults.serviceAccountName);
  const names = mergePullSecrets(podSpec.imagePullSecrets, defaults.imagePullSecrets ?? []);
  if (names.length > 0) result.imagePullSecrets = names;
  else delete result.imagePullSecrets; // `[]` says nothing, and server-side apply would take it for a claim on the list
  for (const list of CONTAINER_LISTS) {
    const containers = podSpec[list];
    if (Array.isArray(containers) && defaults.imagePullPolicy !== undefined) {
      result[list] = containers.map((container: Fields) => {
        const filled = { ...container };
        fill(filled, 'imagePullPolicy', defaults.imagePullPolicy);
        return filled;
      });
    }
  }
  return result;
}

/** Those of an outer scope and those of an inner one: lists are joined, of single values the inner one holds. */
export function mergePodDefaults(outer: PodSpecDefaults, inner: PodSpecDefaults): PodSpecDefaults {
  const stated = Object.fromEntries(Object.entries(inner).filter(([, value]) => value !== undefined));
  return {
    ...outer,
    ...stated,
    imagePullSecrets: [...new Set([...(outer.imagePullSecrets ?? []), ...(inner.imagePullSecrets ?? [])])],
  };
}

/** Sets a field that is not there; frameworks write fields that nobody set as `undefined`. */
function fill(fields: Record<string, unknown>, name: string, value: unknown): void {
  if (fields[name] === undefined && value !== undefined) fields[name] = value;
}

function mergePullSecrets(own: unknown, defaults: readonly string[]): { name: string }[] {
  const names = new Set<string>();
  for (const reference of Array.isArray(own) ? own : []) names.add(nameOf(reference));
  for (const name of defaults) names.add(name);
  return [...names].map((name) => ({ name }));
}

function nameOf(reference: unknown): string {
  const name = (reference as { name?: unknown } | null)?.name;
  if (typeof name === 'string' && name !== '') return name;
  throw new RegcredError(
    'pull-secret-reference',
    `a pull secret is referred to by name: got ${kindOf(reference)} in imagePullSecrets, write { name: 'regcred' } or leave it out`,
  );
}

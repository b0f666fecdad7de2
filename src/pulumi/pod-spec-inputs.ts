import { all, isUnknown, type Resource, unknown } from '@pulumi/pulumi';
import { applyPodDefaults, defaultedFields, type PodSpecDefaults } from '../plan';
import { opened, openedDeep, sealed } from './opened';

type Fields = Readonly<Record<string, unknown>>;

/** A change to what is found at a path, and to what it comes from. */
export type Change = (found: unknown, resources: readonly Resource[]) => Promise<unknown>;

/**
 * Changes what is at a path inside the inputs of a resource, also below outputs and secrets; `*` stands for every element. What
 * a preview knows of the rest it still knows afterwards.
 */
export async function changeAt(
  input: unknown,
  path: readonly string[],
  change: Change,
  above: readonly Resource[] = [],
): Promise<unknown> {
  const { value, secret, resources } = await opened(input);
  const from = [...above, ...resources];
  const changed = await changeInside(value, path, change, from);
  return secret ? sealed(changed) : changed;
}

async function changeInside(value: unknown, path: readonly string[], change: Change, from: readonly Resource[]) {
  const [step, ...rest] = path;
  if (isUnknown(value)) return value;
  if (step === undefined) return change(value, from);
  if (step === '*' && Array.isArray(value)) return Promise.all(value.map((item) => changeAt(item, rest, change, from)));
  if (!isFields(value)) return value;
  const keys = step === '*' ? Object.keys(value) : [step].filter((key) => value[key] !== undefined);
  const entries = keys.map(async (key) => [key, await changeAt(value[key], rest, change, from)]);
  return { ...value, ...Object.fromEntries(await Promise.all(entries)) };
}

/** The pull secrets of a pod, which it comes to depend on. */
export interface PodPullSecrets {
  readonly names: readonly unknown[];
  readonly madeBy: readonly Resource[];
}

/** A pod spec with the defaults filled in, by the same function as in cdk8s. */
export async function fillPodSpec(
  podSpec: unknown,
  defaults: Omit<PodSpecDefaults, 'imagePullSecrets'>,
  { names, madeBy }: PodPullSecrets,
): Promise<unknown> {
  if (!isFields(podSpec)) return podSpec;
  const fields = defaultedFields({ ...defaults, imagePullSecrets: [] });
  const looked = Object.fromEntries(fields.map((field) => [field, podSpec[field]]));
  const { value, secret, resources } = await openedDeep({ looked, names });
  const known = value as { looked: Fields; names: string[] };
  if (holdsUnknown(known.names) || holdsUnknown(known.looked.imagePullSecrets)) {
    return { ...podSpec, imagePullSecrets: unknown };
  }
  const filled = applyPodDefaults(known.looked, { ...defaults, imagePullSecrets: known.names });
  const changed = Object.entries(filled).filter(([field]) => filled[field] !== known.looked[field]);
  const result = Object.fromEntries(changed.map(([field, item]) => [field, secret ? sealed(item) : item]));
  return { ...podSpec, ...result, imagePullSecrets: from(result.imagePullSecrets, [...madeBy, ...resources]) };
}

/** A value that depends on resources. */
function from(value: unknown, resources: readonly Resource[]): unknown {
  if (resources.length === 0) return value;
  return all(resources.map(({ urn }) => urn)).apply(() => value);
}

function holdsUnknown(value: unknown): boolean {
  return isUnknown(value) || (typeof value === 'object' && value !== null && Object.values(value).some(holdsUnknown));
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { type Resource, unknown } from '@pulumi/pulumi';
import { applyPodDefaults, defaultedFields, type PodSpecDefaults } from '../plan';
import { depending } from './depending-value';
import { type Fields, holdsUnknown, isFields } from './inputs';
import { openedDeep, sealed } from './opened';

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
  const isOpen = holdsUnknown(known.names) || holdsUnknown(known.looked.imagePullSecrets);
  const own = isOpen ? { ...known.looked, imagePullSecrets: undefined } : known.looked;
  const filled = applyPodDefaults(own, { ...defaults, imagePullSecrets: isOpen ? [] : known.names });
  const changed = Object.entries(filled).filter(([field]) => filled[field] !== own[field]);
  const result = Object.fromEntries(changed.map(([field, item]) => [field, secret ? sealed(item) : item]));
  const list = isOpen ? unknown : depending(result.imagePullSecrets, [...madeBy, ...resources]);
  return { ...podSpec, ...result, imagePullSecrets: list };
}

import type { ResourceTransform } from '@pulumi/pulumi';
import type { CustomKind } from '../manifest';
import type { PodSpecDefaults } from '../plan';
import { fillPodSpec } from './fill-pod-spec';
import { type Reach, Reaches } from './reach';
import { transformPods } from './transform-pods';

/** The transform that fills in the pods of some namespaces. */
export function podDefaultsTransform(
  reaches: readonly Reach[],
  defaults: Omit<PodSpecDefaults, 'imagePullSecrets'>,
  customKinds: readonly CustomKind[] = [],
): ResourceTransform {
  const known = new Reaches(reaches);
  return transformPods(customKinds, async ({ metadata }, path) => {
    const here = await known.of(metadata);
    if (here.length === 0) return undefined;
    const names = [...new Set(here.flatMap(({ pullSecrets }) => pullSecrets))];
    const dependsOn = here.flatMap(({ madeBy }) => madeBy);
    return {
      path,
      dependsOn,
      change: (podSpec, above) => fillPodSpec(podSpec, defaults, { names, madeBy: [...dependsOn, ...above] }),
    };
  });
}

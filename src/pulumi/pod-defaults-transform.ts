import type { ResourceTransform } from '@pulumi/pulumi';
import type { CustomKind } from '../manifest';
import type { PodSpecDefaults } from '../plan';
import type { Cluster } from './cluster';
import { fillPodSpec } from './fill-pod-spec';
import { type Reach, Reaches } from './reach';
import { transformPods } from './transform-pods';

/** Which pods are meant. */
export interface PodsReached {
  readonly customKinds?: readonly CustomKind[];
  /** @default - those of every cluster */
  readonly cluster?: Cluster;
}

/** The transform that fills in the pods of some namespaces. */
export function podDefaultsTransform(
  reaches: readonly Reach[],
  defaults: Omit<PodSpecDefaults, 'imagePullSecrets'>,
  { customKinds = [], cluster }: PodsReached,
): ResourceTransform {
  const known = new Reaches(reaches, cluster);
  return transformPods(customKinds, async (args, path) => {
    const here = await known.of(args);
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

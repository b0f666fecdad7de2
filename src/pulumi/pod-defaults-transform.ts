import type { ResourceTransform, ResourceTransformArgs } from '@pulumi/pulumi';
import type { CustomKind } from '../manifest';
import type { PodSpecDefaults } from '../plan';
import { fillPodSpec } from './fill-pod-spec';
import type { Reach } from './reach';
import { transformPods } from './transform-pods';

/** Knows what reaches the pods of a resource. */
export interface FindsReaches {
  of(args: ResourceTransformArgs): Promise<readonly Reach[]>;
}

/** The transform that fills in the pods of some namespaces. */
export function podDefaultsTransform(
  reaches: FindsReaches,
  defaults: Omit<PodSpecDefaults, 'imagePullSecrets'>,
  customKinds: readonly CustomKind[] = [],
): ResourceTransform {
  return transformPods(customKinds, async (args, path) => {
    const here = await reaches.of(args);
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

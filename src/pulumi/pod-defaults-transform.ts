import { mergeOptions, type ResourceTransform } from '@pulumi/pulumi';
import { type CustomKind, podSpecPathOf } from '../manifest';
import type { PodSpecDefaults } from '../plan';
import { changeAt, fillPodSpec } from './pod-spec-inputs';
import { type Reach, Reaches } from './reach';

/** `kubernetes:apps/v1:Deployment`; the core group has a name here that it has nowhere else. */
const TYPE = /^kubernetes:(?:core\/)?([^:]+):([^:]+)$/;

/** The transform that fills in the pods of some namespaces. */
export function podDefaultsTransform(
  reaches: readonly Reach[],
  defaults: Omit<PodSpecDefaults, 'imagePullSecrets'>,
  customKinds: readonly CustomKind[] = [],
): ResourceTransform {
  const known = new Reaches(reaches);
  return async ({ type, props, opts }) => {
    const [, apiVersion, kind] = TYPE.exec(type) ?? [];
    const path = apiVersion && kind && podSpecPathOf(apiVersion, kind, customKinds);
    if (!path) return undefined;
    const here = await known.of(props.metadata);
    if (here.length === 0) return undefined;
    const names = [...new Set(here.flatMap(({ pullSecrets }) => pullSecrets))];
    const changed = changeAt(props, path, (podSpec) => fillPodSpec(podSpec, defaults, names));
    // what a transform puts in, the engine does not follow to the resource that it came from: without this it would destroy the Secret first
    const dependsOn = here.flatMap(({ madeBy }) => madeBy);
    return { props: changed as typeof props, opts: mergeOptions(opts, { dependsOn }) };
  };
}

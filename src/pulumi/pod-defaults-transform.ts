import { AsyncResource } from 'node:async_hooks';
import {
  DependencyResource,
  mergeOptions,
  type ResourceTransform,
  type ResourceTransformArgs,
  runtime,
} from '@pulumi/pulumi';
import { type CustomKind, podSpecPathOf } from '../manifest';
import type { PodSpecDefaults } from '../plan';
import { opened } from './opened';
import { changeAt, fillPodSpec } from './pod-spec-inputs';
import { type Reach, Reaches } from './reach';

/** `kubernetes:apps/v1:Deployment`; the core group has a name here that it has nowhere else. */
const TYPE = /^kubernetes:(?:core\/)?([^:]+):([^:]+)$/;

/**
 * The transform that fills in the pods of some namespaces.
 *
 * It hands back what the engine reads, not outputs. Pulumi's own writing leaves out what a value depends on, so that the engine would destroy
 * the Secret before the workload; and in an inline program of the Automation API, where the engine calls from outside of the program, it
 * leaves out what is secret, so that the state would hold it in clear.
 */
export function podDefaultsTransform(
  reaches: readonly Reach[],
  defaults: Omit<PodSpecDefaults, 'imagePullSecrets'>,
  customKinds: readonly CustomKind[] = [],
): ResourceTransform {
  const known = new Reaches(reaches);
  return AsyncResource.bind(async ({ type, name, props, opts }: ResourceTransformArgs) => {
    const [, apiVersion, kind] = TYPE.exec(type) ?? [];
    const path = apiVersion && kind && podSpecPathOf(apiVersion, kind, customKinds);
    if (!path) return undefined;
    const here = await known.of(props.metadata);
    if (here.length === 0) return undefined;
    const names = [...new Set(here.flatMap(({ pullSecrets }) => pullSecrets))];
    const madeBy = here.flatMap((reach) => reach.madeBy);
    const changed = await changeAt(props, path, (podSpec, above) =>
      fillPodSpec(podSpec, defaults, { names, madeBy: [...madeBy, ...above] }),
    );
    const written = await runtime.serializeProperties(name, changed as typeof props, { keepOutputValues: true });
    // the engine heeds this of a resource with transforms of its own, and of others what the values depend on; by URN, since Pulumi
    // would look for unknowns in all of the stack that the resources themselves lead to
    const urns = await Promise.all(madeBy.map(({ urn }) => opened(urn)));
    const dependsOn = urns.map(({ value }) => new DependencyResource(String(value)));
    return { props: written, opts: mergeOptions(opts, { dependsOn }) };
  });
}

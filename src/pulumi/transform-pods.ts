import { AsyncResource } from 'node:async_hooks';
import {
  type CustomResourceOptions,
  DependencyResource,
  mergeOptions,
  type Resource,
  type ResourceTransform,
  type ResourceTransformArgs,
  runtime,
} from '@pulumi/pulumi';
import { type CustomKind, podSpecPathOf } from '../manifest';
import { type Change, changeAt } from './inputs';
import { opened } from './opened';

/** `kubernetes:apps/v1:Deployment`; the core group has a name here that it has nowhere else. */
const TYPE = /^kubernetes:(?:core\/)?([^:]+):([^:]+)$/;

/** What is to be done with the pods of one resource. */
export interface PodChange {
  /** Where: the way to the pod spec, or to what holds it. */
  readonly path: readonly string[];
  readonly change: Change;
  /** What the resource comes to depend on. */
  readonly dependsOn: readonly Resource[];
}

/**
 * A transform of all that holds a pod spec.
 *
 * It hands back what the engine reads, not outputs. Pulumi's own writing leaves out what a value depends on, so that the engine would destroy
 * the Secret before the workload; and in an inline program of the Automation API, where the engine calls from outside of the program, it
 * leaves out what is secret, so that the state would hold it in clear.
 *
 * @param decide what to do with a resource, given the way to its pod spec
 */
export function transformPods(
  customKinds: readonly CustomKind[],
  decide: (args: ResourceTransformArgs, podSpec: readonly string[]) => Promise<PodChange | undefined>,
): ResourceTransform {
  return AsyncResource.bind(async (args: ResourceTransformArgs) => {
    const { type, name, props, opts } = args;
    const [, apiVersion, kind] = TYPE.exec(type) ?? [];
    const podSpec = apiVersion && kind && podSpecPathOf(apiVersion, kind, customKinds);
    const change = podSpec ? await decide(args, podSpec) : undefined;
    if (change === undefined) return undefined;
    const changed = (await changeAt(props, change.path, change.change)) as typeof props;
    const written = await runtime.serializeProperties(name, changed, { keepOutputValues: true });
    // the engine heeds this of a resource with transforms of its own, and of others what the values depend on; by URN, since Pulumi
    // would look for unknowns in all of the stack that the resources themselves lead to
    const urns = await Promise.all(change.dependsOn.map(({ urn }) => opened(urn)));
    const dependsOn = urns.map(({ value }) => new DependencyResource(String(value)));
    return { props: written, opts: mergeOptions(asGiven(opts), { dependsOn }) };
  });
}

/**
 * Options as a program gave them. Pulumi shows `deleteBeforeReplace: false` where nobody said so too, and the engine would take it for an
 * order to make a Job of a fixed name anew while the old one is still there.
 */
function asGiven(opts: CustomResourceOptions): CustomResourceOptions {
  const { deleteBeforeReplace, ...others } = opts;
  return deleteBeforeReplace ? opts : others;
}

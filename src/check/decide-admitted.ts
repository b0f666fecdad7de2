import type { ImageReference } from '../image';
import type { AdmittedPullSecrets } from './admission';
import type { PullContext } from './pull-context';
import type { PullDecision } from './pull-decision';

/**
 * The decision for an image of a pod with these pull secrets. Where the kubelet would decide otherwise without those that policies add on
 * conditions, it says that they are believed: an annotation that excludes a namespace, or a precondition, may keep them away.
 */
export function decideAdmitted(
  reference: ImageReference,
  { names, believed }: AdmittedPullSecrets,
  contextOf: (names: readonly string[]) => PullContext,
): PullDecision {
  const decision = contextOf(names).decide(reference);
  if (believed.length === 0) return decision;
  const without = contextOf(names.filter((name) => !believed.includes(name))).decide(reference);
  if (without.verdict === decision.verdict) return decision;
  const secrets = believed.map((name) => `'${name}'`).join(', ');
  return { ...decision, why: `${decision.why}; a policy adds ${secrets}, and its conditions are believed to hold` };
}

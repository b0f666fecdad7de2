import type { ManifestObject, Mapping } from '../../manifest';
import { groupOf, isMapping, listIn, mappingIn } from '../../manifest';

/** The rules of a ClusterPolicy of Kyverno; none where the object is another. */
export function kyvernoRulesOf({ apiVersion, kind, spec }: ManifestObject): readonly Mapping[] {
  if (groupOf(apiVersion) !== 'kyverno.io' || kind !== 'ClusterPolicy') return [];
  return listIn(mappingIn(spec).rules).filter(isMapping);
}

/** The objects of a kind that a rule is for, each as one of its filters says it; conditions on what is in them are believed to hold. */
export function filtersOf(rule: Mapping, kind: string): readonly Mapping[] {
  const match = mappingIn(rule.match);
  return [...listIn(match.any), ...listIn(match.all), match]
    .map((filter) => mappingIn(mappingIn(filter).resources))
    .filter(({ kinds }) => listIn(kinds).includes(kind));
}

/** Whether more than the kind, the names and the namespace decides about an object: what that is, is believed to hold. */
export function hasConditions({ preconditions, celPreconditions, exclude }: Mapping): boolean {
  // a list, or lists under 'any' and 'all'; an old exclusion has its filter itself
  const { any, all, ...filter } = mappingIn(exclude);
  const lists = [preconditions, ...Object.values(mappingIn(preconditions)), celPreconditions, any, all];
  return lists.some((list) => listIn(list).length > 0) || Object.keys(filter).length > 0;
}

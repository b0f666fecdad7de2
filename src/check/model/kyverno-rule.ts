import { hasInOrder } from '../../kubernetes';
import type { ManifestObject, Mapping } from '../../manifest';
import { groupOf, isMapping, listIn, mappingIn } from '../../manifest';

/** The rules of a policy of Kyverno, which holds everywhere or in its own namespace; none where the object is another. */
export function kyvernoRulesOf({ apiVersion, kind, spec }: ManifestObject): readonly Mapping[] {
  if (groupOf(apiVersion) !== 'kyverno.io' || !(kind === 'ClusterPolicy' || kind === 'Policy')) return [];
  return listIn(mappingIn(spec).rules).filter(isMapping);
}

/** The objects of a kind that a rule is for, as one of its filters says it. */
export interface KyvernoFilter {
  /** What stands under `resources`. */
  readonly resources: Mapping;
  /** Whether more than the kind, the names and the namespace decides: what that is, is believed to hold. */
  readonly hasConditions: boolean;
}

/** The filters of a rule that are for a kind. */
export function filtersOf(rule: Mapping, kind: string): readonly KyvernoFilter[] {
  const match = mappingIn(rule.match);
  const all = listIn(match.all);
  const isLimited = all.length > 1 || ruleHasConditions(rule);
  return [...listIn(match.any), ...all, match]
    .map(mappingIn)
    .map((filter) => ({
      resources: mappingIn(filter.resources),
      hasConditions: isLimited || filterHasConditions(filter),
    }))
    .filter(({ resources }) => listIn(resources.kinds).some((named) => isKind(named, kind)));
}

/** Whether a kind is named, as `Pod` or with its group and version, as `v1/Pod`. */
function isKind(named: unknown, kind: string): boolean {
  return named === kind || String(named).endsWith(`/${kind}`);
}

/** Whether a list of Kyverno, whose names may have wildcards, has a name; without the list every name is meant. What has a `?` is believed. */
export function hasName(list: unknown, name: string): boolean {
  const patterns = listIn(list);
  if (patterns.length === 0) return true;
  return patterns.map(String).some((pattern) => pattern.includes('?') || hasInOrder(name, pattern.split('*')));
}

function ruleHasConditions({ preconditions, celPreconditions, exclude }: Mapping): boolean {
  // a list, or lists under 'any' and 'all'; an old exclusion has its filter itself
  const { any, all, ...filter } = mappingIn(exclude);
  const lists = [preconditions, ...Object.values(mappingIn(preconditions)), celPreconditions, any, all];
  return lists.some((list) => listIn(list).length > 0) || Object.keys(filter).length > 0;
}

/** Whether a filter asks for labels or annotations of the object, or for who makes it. */
function filterHasConditions({ resources, subjects, roles, clusterRoles }: Mapping): boolean {
  const { selector, annotations } = mappingIn(resources);
  return [subjects, roles, clusterRoles, selector, annotations].some((condition) => condition !== undefined);
}

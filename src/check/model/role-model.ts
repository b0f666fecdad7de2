import { RBAC_API_GROUP } from '../../kubernetes';
import type { JsonPath, ManifestObject } from '../../manifest';
import { groupOf, listIn, mappingIn } from '../../manifest';
import type { ObjectRef } from './object-ref';

/** A rule of a Role or ClusterRole that lets its holder read every Secret in reach. */
export interface BroadRule {
  readonly ref: ObjectRef;
  readonly path: JsonPath;
  readonly verbs: readonly string[];
  /** Whether it is a ClusterRole's, and so may reach all namespaces. */
  readonly isClusterWide: boolean;
}

const READING = ['get', 'list', 'watch', '*'];

/** The rules that read Secrets without saying which. */
export function broadRulesOf(object: ManifestObject, ref: ObjectRef): BroadRule[] {
  if (groupOf(object.apiVersion) !== RBAC_API_GROUP) return [];
  if (object.kind !== 'Role' && object.kind !== 'ClusterRole') return [];
  return [...listIn(object.rules).entries()].flatMap(([index, entry]) => {
    const rule = mappingIn(entry);
    const has = (field: string, ...values: string[]) =>
      listIn(rule[field]).some((value) => values.includes(String(value)));
    const verbs = READING.filter((verb) => has('verbs', verb));
    const reads = has('apiGroups', '', '*') && has('resources', 'secrets', '*') && verbs.length > 0;
    if (!reads || listIn(rule.resourceNames).length > 0) return [];
    return [{ ref, path: ['rules', index], verbs, isClusterWide: object.kind === 'ClusterRole' }];
  });
}

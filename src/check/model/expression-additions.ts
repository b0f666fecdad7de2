import { NOT_A_NODE } from '../../kubernetes';
import { listIn, mappingIn, textIn } from '../../manifest';
import type { Addition } from './addition';

/** `Object.spec.imagePullSecrets{name: 'regcred'}` or `{"name": "regcred"}`, as CEL writes a reference. */
const REFERENCE = /\{\s*(["']?)name\1\s*:\s*(['"])([a-z0-9.-]{1,253})\2\s*\}/g;
/** The list of an account is the object's own, that of a pod is further down. */
const LIST_OF_ACCOUNT = /["']\/imagePullSecrets\b|\bObject\.imagePullSecrets\b/;

/** What a policy adds whose mutations are expressions: one of the API server's own, or Kyverno's that is written like it. */
export function additionsOfExpressions(spec: unknown, within?: readonly string[]): Addition[] {
  const { mutations, matchConstraints, matchConditions, variables } = mappingIn(spec);
  const conditions = listIn(matchConditions).filter((condition) => mappingIn(condition).name !== NOT_A_NODE.name);
  const place = placeOf(matchConstraints);
  const believed = place.believed || conditions.length > 0 || listIn(variables).length > 0;
  return listIn(mutations)
    .map((mutation) => textIn(mappingIn(mappingIn(mutation).jsonPatch).expression) ?? '')
    .filter((text) => text.includes('imagePullSecrets'))
    .map((text) => ({
      kind: LIST_OF_ACCOUNT.test(text) ? 'ServiceAccount' : 'Pod',
      secrets: [...new Set([...text.matchAll(REFERENCE)].map(([, , , name = '']) => name))],
      namespaces: within,
      selector: place.selector,
      believed,
    }));
}

/** Where a policy or its binding holds, and whether it asks for more of an object than its namespace. */
export function placeOf(match: unknown): Pick<Addition, 'selector' | 'believed'> {
  const { namespaceSelector, objectSelector, excludeResourceRules } = mappingIn(match);
  const believed = Object.keys(mappingIn(objectSelector)).length > 0 || listIn(excludeResourceRules).length > 0;
  return { selector: namespaceSelector, believed };
}

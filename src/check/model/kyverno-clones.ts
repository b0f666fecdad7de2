import type { ManifestObject, Mapping } from '../../manifest';
import { groupOf, isMapping, listIn, mappingIn, textIn } from '../../manifest';
import type { FanOut } from './fan-out';
import { selectorReaches } from './fan-out';
import { filtersOf, hasName, kyvernoRulesOf } from './kyverno-rule';
import type { ObjectRef } from './object-ref';
import type { SecretModel } from './secret-model';

/** `resource.Get("v1", "secrets", "infra", "regcred")`: the source as a policy of expressions names it. */
const SOURCE =
  /\bresource\.[Gg]et\(\s*(["'])v1\1\s*,\s*(["'])secrets\2\s*,\s*(["'])([a-z0-9-]{1,63})\3\s*,\s*(["'])([a-z0-9.-]{1,253})\5\s*\)/g;

/**
 * The Secrets that Kyverno clones into the namespaces that a policy is for. A policy with a namespace of its own may neither be for namespaces
 * nor clone out of another one.
 */
export function fanOutsOfKyverno(object: ManifestObject, ref: ObjectRef): FanOut[] {
  const kind = `${groupOf(object.apiVersion)}/${object.kind}`;
  if (kind === 'policies.kyverno.io/GeneratingPolicy') return clonesOfExpressions(mappingIn(object.spec), ref);
  return kind === 'kyverno.io/ClusterPolicy' ? kyvernoRulesOf(object).flatMap((rule) => clonesOfRule(rule, ref)) : [];
}

function clonesOfRule(rule: Mapping, ref: ObjectRef): FanOut[] {
  const { kind, clone, ...generate } = mappingIn(rule.generate);
  const name = textIn(generate.name);
  if (kind !== 'Secret' || name === undefined || !isMapping(clone)) return [];
  const copyOf = { namespace: textIn(clone.namespace) ?? '', name: textIn(clone.name) ?? name };
  const secret = cloneOf(copyOf, name, ref, ['spec', 'rules']);
  return filtersOf(rule, 'Namespace').map(({ resources: { names, selector } }) => ({
    secret,
    reaches: (namespace, labelsOf) => hasName(names, namespace) && selectorReaches(selector, namespace, labelsOf),
  }));
}

function clonesOfExpressions({ matchConstraints, variables, generate }: Mapping, ref: ObjectRef): FanOut[] {
  const { resourceRules, namespaceSelector, objectSelector } = mappingIn(matchConstraints);
  if (!listIn(resourceRules).some((rule) => listIn(mappingIn(rule).resources).includes('namespaces'))) return [];
  const texts = [...listIn(variables), ...listIn(generate)].map((each) => textIn(mappingIn(each).expression) ?? '');
  return texts
    .flatMap((text) => [...text.matchAll(SOURCE)])
    .map(([, , , , namespace = '', , name = '']) => ({
      secret: cloneOf({ namespace, name }, name, ref, ['spec']),
      reaches: (target, labelsOf) =>
        selectorReaches(namespaceSelector, target, labelsOf) && selectorReaches(objectSelector, target, labelsOf),
    }));
}

function cloneOf(
  copyOf: { readonly namespace: string; readonly name: string },
  name: string,
  ref: ObjectRef,
  path: SecretModel['path'],
): SecretModel {
  return { namespace: '', name, ref, path, content: { state: 'opaque', copyOf } };
}

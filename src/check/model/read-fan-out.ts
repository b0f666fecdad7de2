import { parseLabelRequirements, REFLECTION, REPLICATION } from '../../kubernetes';
import type { ManifestObject, Mapping } from '../../manifest';
import { groupOf, isMapping, listIn, mappingIn, textIn } from '../../manifest';
import type { FanOut, LabelsOf } from './fan-out';
import { namesReach, selectorReaches } from './fan-out';
import { filtersOf, hasName, kyvernoRulesOf } from './kyverno-rule';
import type { ObjectRef } from './object-ref';
import { ofExternalSecret } from './read-made-secret';
import type { SecretModel } from './secret-model';

/** Where a Secret is copied to by what its annotations ask for. */
export function fanOutOfSecret(annotations: Mapping, secret: SecretModel): FanOut | undefined {
  if (annotations[REFLECTION.auto] === 'true') {
    // what is empty says as little as what is left out
    const said = (auto: string, allowed: string) =>
      textIn(annotations[auto]) || textIn(annotations[allowed]) || undefined;
    const list = said(REFLECTION.autoNamespaces, REFLECTION.allowedNamespaces);
    if (list !== undefined) return { secret: copyOf(secret), reaches: (namespace) => namesReach(list, namespace) };
    return { secret: copyOf(secret), reaches: wordsReach(said(REFLECTION.autoSelector, REFLECTION.allowedSelector)) };
  }
  const replicateTo = textIn(annotations[REPLICATION.to]);
  if (replicateTo !== undefined) {
    return { secret: copyOf(secret), reaches: (namespace) => namesReach(replicateTo, namespace) };
  }
  const matching = textIn(annotations[REPLICATION.toMatching]);
  return matching === undefined ? undefined : { secret: copyOf(secret), reaches: wordsReach(matching) };
}

/** Which namespaces a selector in words reaches: all of them where there is none, or one that nobody can read. */
function wordsReach(selector = ''): FanOut['reaches'] {
  const matchExpressions = parseLabelRequirements(selector) ?? [];
  return (namespace, labelsOf) => selectorReaches({ matchExpressions }, namespace, labelsOf);
}

/** A copy has the logins of its source once it is there. */
function copyOf(secret: SecretModel): SecretModel {
  if (secret.content.state === 'ignored' || secret.content.state === 'malformed') return secret;
  const { namespace, name } = secret;
  return { ...secret, content: { state: 'opaque', copyOf: { namespace, name } } };
}

/** The Secrets that a ClusterExternalSecret makes in the namespaces that it selects. */
export function fanOutOfClusterExternalSecret(object: ManifestObject, ref: ObjectRef): FanOut[] {
  if (groupOf(object.apiVersion) !== 'external-secrets.io' || object.kind !== 'ClusterExternalSecret') return [];
  const spec = mappingIn(object.spec);
  const name = textIn(spec.externalSecretName) ?? ref.name;
  const namespaces = listIn(spec.namespaces);
  const selectors = [
    ...listIn(spec.namespaceSelectors),
    ...(isMapping(spec.namespaceSelector) ? [spec.namespaceSelector] : []),
  ];
  const made = ofExternalSecret(mappingIn(spec.externalSecretSpec), object, { ...ref, name }, [
    'spec',
    'externalSecretSpec',
  ]);
  return made.map((secret) => ({
    secret: { ...secret, ref },
    reaches: (namespace, labelsOf) =>
      namespaces.includes(namespace) || selectors.some((selector) => selectorReaches(selector, namespace, labelsOf)),
  }));
}

/** The Secrets that Kyverno clones into the namespaces that a policy selects. */
export function fanOutsOfKyverno(object: ManifestObject, ref: ObjectRef): FanOut[] {
  return kyvernoRulesOf(object).flatMap((rule) => {
    const generate = mappingIn(rule.generate);
    const source = mappingIn(generate.clone);
    const name = textIn(generate.name);
    if (generate.kind !== 'Secret' || name === undefined || !isMapping(generate.clone)) return [];
    const copyOf = { namespace: textIn(source.namespace) ?? '', name: textIn(source.name) ?? name };
    const secret: SecretModel = {
      namespace: '',
      name,
      ref,
      path: ['spec', 'rules'],
      content: { state: 'opaque', copyOf },
    };
    return filtersOf(rule, 'Namespace').map(({ resources: { names, selector } }) => ({
      secret,
      reaches: (namespace: string, labelsOf: LabelsOf) =>
        hasName(names, namespace) && selectorReaches(selector, namespace, labelsOf),
    }));
  });
}

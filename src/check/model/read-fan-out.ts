import { parseLabelRequirements, REFLECTION, REPLICATION } from '../../kubernetes';
import type { ManifestObject, Mapping } from '../../manifest';
import { groupOf, isMapping, listIn, mappingIn, textIn } from '../../manifest';
import type { FanOut } from './fan-out';
import { namesReach, selectorReaches } from './fan-out';
import type { ObjectRef } from './object-ref';
import { ofExternalSecret } from './read-made-secret';
import type { SecretModel } from './secret-model';

/** Where a Secret is copied to by what its annotations ask for. */
export function fanOutOfSecret(annotations: Mapping, secret: SecretModel): FanOut | undefined {
  if (isTrue(annotations[REFLECTION.auto]) && isTrue(annotations[REFLECTION.allowed])) {
    // a namespace must be allowed the Secret, and be one of those that get it
    const allowed = reflectionReach(annotations, REFLECTION.allowedNamespaces, REFLECTION.allowedSelector);
    const auto = reflectionReach(annotations, REFLECTION.autoNamespaces, REFLECTION.autoSelector);
    return {
      secret: copyOf(secret),
      reaches: (namespace, labelsOf) => allowed(namespace, labelsOf) && auto(namespace, labelsOf),
    };
  }
  const replicateTo = textIn(annotations[REPLICATION.to]);
  if (replicateTo !== undefined) {
    return { secret: copyOf(secret), reaches: (namespace) => namesReach(replicateTo, namespace) };
  }
  const matching = textIn(annotations[REPLICATION.toMatching]);
  return matching === undefined ? undefined : { secret: copyOf(secret), reaches: wordsReach(matching) };
}

function isTrue(annotation: unknown): boolean {
  return typeof annotation === 'string' && annotation.trim().toLowerCase() === 'true';
}

/**
 * Which namespaces the reflector takes for one of its two purposes: those that are named and those that are selected, or all where nothing
 * is said; what is empty says as little as what is left out.
 *
 * @see https://github.com/emberstack/kubernetes-reflector#readme
 */
function reflectionReach(annotations: Mapping, names: string, selector: string): FanOut['reaches'] {
  const list = textIn(annotations[names]);
  const words = textIn(annotations[selector]);
  const named: FanOut['reaches'] = (namespace) => list !== undefined && namesReach(list, namespace);
  if (words === undefined) return list === undefined ? () => true : named;
  const selected = wordsReach(words);
  return (namespace, labelsOf) => named(namespace, labelsOf) || selected(namespace, labelsOf);
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

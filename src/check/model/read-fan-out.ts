import type { ManifestObject } from '../../manifest';
import { groupOf, isMapping, listIn, mappingIn, textIn } from '../../manifest';
import type { FanOut } from './fan-out';
import { namesReach, selectorReaches } from './fan-out';
import type { ObjectRef } from './object-ref';
import { ofExternalSecret } from './read-made-secret';
import type { SecretModel } from './secret-model';

const REFLECTOR = 'reflector.v1.k8s.emberstack.com';
const REPLICATOR = 'replicator.v1.mittwald.de';

/** Where a Secret is copied to by what its annotations ask for. */
export function fanOutOfSecret(object: ManifestObject, secret: SecretModel): FanOut | undefined {
  const { annotations } = mappingIn(object.metadata);
  if (!isMapping(annotations)) return undefined;
  if (annotations[`${REFLECTOR}/reflection-auto-enabled`] === 'true') {
    const list =
      textIn(annotations[`${REFLECTOR}/reflection-auto-namespaces`]) ??
      textIn(annotations[`${REFLECTOR}/reflection-allowed-namespaces`]);
    return { secret: copyOf(secret), reaches: (namespace) => list === undefined || namesReach(list, namespace) };
  }
  const replicateTo = textIn(annotations[`${REPLICATOR}/replicate-to`]);
  if (replicateTo !== undefined) {
    return { secret: copyOf(secret), reaches: (namespace) => namesReach(replicateTo, namespace) };
  }
  // a selector in words: not worked out, but believed
  const matching = textIn(annotations[`${REPLICATOR}/replicate-to-matching`]);
  return matching === undefined ? undefined : { secret: copyOf(secret), reaches: () => true };
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

/** The replicator's prefix. @see https://github.com/mittwald/kubernetes-replicator */
const REPLICATOR = 'replicator.v1.mittwald.de';
/** The reflector's prefix. @see https://github.com/emberstack/kubernetes-reflector */
const REFLECTOR = 'reflector.v1.k8s.emberstack.com';

/** On a copy: `NAMESPACE/NAME` of its source. */
export const REFLECTS = `${REFLECTOR}/reflects`;
/** On a copy: `NAMESPACE/NAME` of its source. */
export const REPLICATE_FROM = `${REPLICATOR}/replicate-from`;
/** On a copy: the secretgen-controller writes all logins that are exported to the namespace. */
export const SECRETGEN_PULL_SECRET = 'secretgen.carvel.dev/image-pull-secret';

/** On a source: which namespaces may have it, and which get it. */
export const REFLECTION = {
  allowed: `${REFLECTOR}/reflection-allowed`,
  allowedNamespaces: `${REFLECTOR}/reflection-allowed-namespaces`,
  allowedSelector: `${REFLECTOR}/reflection-allowed-namespaces-selector`,
  auto: `${REFLECTOR}/reflection-auto-enabled`,
  autoNamespaces: `${REFLECTOR}/reflection-auto-namespaces`,
  autoSelector: `${REFLECTOR}/reflection-auto-namespaces-selector`,
} as const;

/** On a source: where it is pushed to, by names or by a selector, and whether its labels stay behind. */
export const REPLICATION = {
  to: `${REPLICATOR}/replicate-to`,
  toMatching: `${REPLICATOR}/replicate-to-matching`,
  stripLabels: `${REPLICATOR}/strip-labels`,
} as const;

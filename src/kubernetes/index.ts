export { ADMISSION_API_VERSION, NOT_A_NODE } from './admission';
export { COVERS_ANNOTATION, PLAINTEXT_CREDENTIAL_ANNOTATION } from './annotations';
export { appendHash } from './append-hash';
export {
  REFLECTION,
  REFLECTS,
  REPLICATE_FROM,
  REPLICATION,
  SECRETGEN_PULL_SECRET,
} from './copy-annotations';
export { compareAsGo, type GoJsonSource, goJson } from './go-json';
export { hasInOrder } from './in-order';
export type { KubernetesObject } from './kubernetes-object';
export { KubernetesVersion, SERVICE_ACCOUNT_TOKENS_SINCE } from './kubernetes-version';
export { KYVERNO_API_VERSION, NO_AUTOGEN } from './kyverno';
export { parseAnnotations, parseLabels } from './label-maps';
export { isAnnotationKey, NAMESPACE_NAME_LABEL, parseLabelKey, parseLabelValue } from './label-names';
export {
  formatLabelRequirements,
  isContradiction,
  isLabelOperator,
  type LabelOperator,
  type LabelRequirement,
  parseLabelRequirements,
  selectsLabels,
} from './label-selector';
export { isDnsLabel, isDnsSubdomain, parseNamespaceName, parseSecretName, parseServiceAccountName } from './names';
export { RBAC_API_GROUP, RBAC_API_VERSION, roleAndBinding } from './rbac';
export {
  DOCKER_CFG_KEY,
  DOCKER_CFG_TYPE,
  DOCKER_CONFIG_JSON_KEY,
  DOCKER_CONFIG_JSON_TYPE,
  MAX_SECRET_BYTES,
} from './secret-type';
export { DEFAULT_SERVICE_ACCOUNT, serviceAccountOf } from './service-account';

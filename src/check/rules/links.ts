/** The pages that rules point at. */
const CONCEPTS = 'https://kubernetes.io/docs/concepts';

export const IMAGE_NAMES = `${CONCEPTS}/containers/images/#image-names`;
export const DOCKER_HUB_NAMES = 'https://docs.docker.com/docker-hub/repos/create/';
export const PULL_SECRETS = `${CONCEPTS}/containers/images/#specifying-imagepullsecrets-on-a-pod`;
export const CONFIG_JSON = `${CONCEPTS}/containers/images/#config-json`;
export const DOCKER_CONFIG_SECRETS = `${CONCEPTS}/configuration/secret/#docker-config-secrets`;
export const SECRETS_GOOD_PRACTICES = `${CONCEPTS}/security/secrets-good-practices/`;
export const RBAC_GOOD_PRACTICES = `${CONCEPTS}/security/rbac-good-practices/#listing-secrets`;
export const SERVICE_ACCOUNT_PULL_SECRETS =
  'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#add-imagepullsecrets-to-a-service-account';
export const SERVICE_ACCOUNT_ADMISSION =
  'https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/#serviceaccount-admission-controller';
export const STATIC_PODS = 'https://kubernetes.io/docs/tasks/configure-pod-container/static-pod/';
export const CSI_SYNC = 'https://secrets-store-csi-driver.sigs.k8s.io/topics/sync-as-kubernetes-secret';
export const CREDENTIAL_PROVIDERS = 'https://kubernetes.io/docs/tasks/administer-cluster/kubelet-credential-provider/';
export const AZURE_POD_LABEL =
  'https://azure.github.io/azure-workload-identity/docs/topics/service-account-labels-and-annotations.html#pod';
export const EKS_POD_IDENTITY = 'https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html';
export const ECR_AUTHENTICATION = 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html';

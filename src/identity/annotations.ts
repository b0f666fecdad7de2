/** IRSA: the role that the containers get. Read by the EKS webhook, never by the kubelet. @see https://github.com/aws/amazon-eks-pod-identity-webhook#readme */
export const IRSA_ROLE_ARN = 'eks.amazonaws.com/role-arn';
/** IRSA: whom the token is for. */
export const IRSA_AUDIENCE = 'eks.amazonaws.com/audience';
/** IRSA: whether the SDK asks the region's STS endpoint. */
export const IRSA_STS_REGIONAL_ENDPOINTS = 'eks.amazonaws.com/sts-regional-endpoints';
/** IRSA: seconds that the token lives. */
export const IRSA_TOKEN_EXPIRATION = 'eks.amazonaws.com/token-expiration';
/** ECR: the role that the kubelet's credential provider pulls as. @see https://github.com/kubernetes/cloud-provider-aws/tree/master/cmd/ecr-credential-provider */
export const ECR_ROLE_ARN = 'eks.amazonaws.com/ecr-role-arn';

/** GKE: the Google service account that the containers get. @see https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity */
export const GKE_SERVICE_ACCOUNT = 'iam.gke.io/gcp-service-account';
/** GKE: `"true"` where the kubelet pulls as the ServiceAccount. @see https://github.com/kubernetes/cloud-provider-gcp/pull/1202 */
export const GKE_IMAGE_PULL = 'iam.gke.io/enable-wi-image-pull';

/** Azure: the application or managed identity that the containers get. @see https://azure.github.io/azure-workload-identity/docs/topics/service-account-labels-and-annotations.html */
export const AZURE_CLIENT_ID = 'azure.workload.identity/client-id';
/** Azure: its tenant, where it is not the webhook's. */
export const AZURE_TENANT_ID = 'azure.workload.identity/tenant-id';
/** Azure: seconds that the token lives. */
export const AZURE_TOKEN_EXPIRATION = 'azure.workload.identity/service-account-token-expiration';
/** Azure: the label, on the pod and not on the ServiceAccount, without which the webhook does nothing. */
export const AZURE_USE_LABEL = 'azure.workload.identity/use';
/** ACR: the identity that the kubelet's credential provider pulls as. @see https://github.com/kubernetes-sigs/cloud-provider-azure/pull/9907 */
export const ACR_CLIENT_ID = 'kubernetes.azure.com/acr-client-id';
/** ACR: its tenant. */
export const ACR_TENANT_ID = 'kubernetes.azure.com/acr-tenant-id';

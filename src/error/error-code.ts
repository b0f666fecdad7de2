/** Every code that a `RegcredError` can carry: a closed set, so that programs may switch on it. One block a room. */
export type ErrorCode =
  | OptionErrorCode
  | KubernetesErrorCode
  | ImageErrorCode
  | RegistryErrorCode
  | IdentityErrorCode
  | CredentialErrorCode
  | ManifestErrorCode
  | PlanErrorCode
  | PullSecretErrorCode
  | PolicyErrorCode
  | FanOutErrorCode
  | CheckErrorCode
  | ConfigErrorCode
  | InjectErrorCode
  | CliErrorCode
  | PulumiErrorCode;

/** What plain JavaScript may hand over to any call. */
export type OptionErrorCode = 'option-value' | 'option-missing';

/** What can be wrong with a word that Kubernetes itself reads. */
export type KubernetesErrorCode = 'kubernetes-version';

/** What can be wrong with an image name. */
export type ImageErrorCode =
  | 'reference-empty'
  | 'reference-too-long'
  | 'reference-whitespace'
  | 'reference-login'
  | 'reference-url'
  | 'reference-placeholder'
  | 'reference-hex-name'
  | 'reference-registry'
  | 'reference-uppercase'
  | 'reference-malformed'
  | 'reference-tag'
  | 'reference-digest';

/** What can be wrong with a registry or the server key of a Secret. */
export type RegistryErrorCode =
  | 'registry-host'
  | 'registry-server-key'
  | 'registry-owner'
  | 'registry-username'
  | 'registry-token-lifetime';

/** What can be wrong with a cloud identity: of a running container, or of the kubelet that pulls for it. */
export type IdentityErrorCode =
  | 'identity-role-arn'
  | 'identity-eks-cluster'
  | 'identity-repository-arn'
  | 'identity-oidc-issuer'
  | 'identity-audience'
  | 'identity-token-expiration'
  | 'identity-guid'
  | 'identity-azure-name'
  | 'identity-federated-credential-count'
  | 'identity-gcp-project'
  | 'identity-gcp-project-number'
  | 'identity-gcp-service-account'
  | 'identity-gcp-role'
  | 'identity-gke-cluster'
  | 'identity-no-repositories'
  | 'identity-namespaces'
  | 'identity-namespace-not-listed'
  | 'identity-swapped'
  | 'pull-identity-version'
  | 'credential-provider-name'
  | 'credential-provider-duplicate'
  | 'credential-provider-match-images'
  | 'credential-provider-annotation-key'
  | 'credential-provider-cache-duration'
  | 'credential-provider-token';

/** What can be wrong with a login or a `.dockerconfigjson`. */
export type CredentialErrorCode =
  | 'credential-missing-environment'
  | 'credential-variable'
  | 'credential-unknown'
  | 'credential-file'
  | 'credential-docker-config'
  | 'credential-helper'
  | 'credential-remote'
  | 'credential-username'
  | 'credential-password'
  | 'docker-config-malformed'
  | 'docker-config-duplicate-key';

/** What can be wrong with a manifest that is read. */
export type ManifestErrorCode = 'manifest-yaml' | 'manifest-too-large' | 'manifest-alias-bomb' | 'manifest-custom-kind';

/** What can be wrong with a declaration. */
export type PlanErrorCode =
  | 'namespace-name'
  | 'namespace-duplicate'
  | 'secret-name'
  | 'secret-duplicate'
  | 'secret-too-large'
  | 'service-account-name'
  | 'service-account-conflict'
  | 'object-conflict'
  | 'plan-list'
  | 'plan-empty'
  | 'app-missing'
  | 'pull-secret-empty'
  | 'pull-secret-reference'
  | 'label'
  | 'annotation'
  | 'namespace-selector';

/** What can be wrong with a policy. */
export type PolicyErrorCode = 'policy-pattern' | 'policy-text' | 'policy-empty' | 'policy-system-images';

/** What can be wrong with a way of getting a Secret into a namespace. */
export type PullSecretErrorCode =
  | 'credential-source'
  | 'refresh-interval'
  | 'secret-store'
  | 'generator-auth'
  | 'vault-path'
  | 'sealing-certificate'
  | 'sealing-certificate-expired'
  | 'pull-secret-csi'
  | 'pull-secret-namespace'
  | 'pull-secret-rotation'
  | 'secret-immutable'
  | 'secret-type'
  | 'secret-readers';

/** What can be wrong with copies for namespaces that come later. */
export type FanOutErrorCode =
  | 'fan-out-engine'
  | 'fan-out-source'
  | 'fan-out-refresh'
  | 'fan-out-account'
  | 'fan-out-conflict';

/** What can be wrong with the options of a check. */
export type CheckErrorCode = 'check-pattern' | 'check-suppression' | 'check-severity';

/** What can be wrong in a configuration file: its message says where. */
export type ConfigErrorCode = 'config';

/** What can be wrong with manifests that pull secrets are put into. */
export type InjectErrorCode = 'inject-conflict';

/** What can be wrong on a command line. */
export type CliErrorCode = 'cli-usage' | 'cli-unreadable' | 'cli-login';

/** What can be wrong with a Pulumi stack. */
export type PulumiErrorCode = 'credential-missing-config' | 'server-side-apply';

/** What happens to a pod that breaks the policy. */
export enum PolicyMode {
  /** It is admitted; the cluster's audit log says what would have been refused. */
  DRY_RUN = 'dry-run',
  /** It is admitted; who applies it is told, and the audit log too. */
  WARN = 'warn',
  /** It is refused. */
  ENFORCE = 'enforce',
}

/** Who checks pods against the policy. */
export enum PolicyEngine {
  /**
   * The API server itself, from Kubernetes 1.30.
   *
   * @see https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/
   */
  ADMISSION_POLICY = 'admission-policy',
  /**
   * Kyverno, from 1.13, with the same expressions.
   *
   * @see https://kyverno.io/docs/policy-types/cluster-policy/validate/#common-expression-language-cel
   */
  KYVERNO = 'kyverno',
}

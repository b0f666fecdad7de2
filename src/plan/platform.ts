/** The distribution of Kubernetes that the manifests are for. */
export enum Platform {
  /** Any cluster where ServiceAccounts are edited by their owners only. */
  KUBERNETES = 'kubernetes',

  /**
   * OpenShift, whose own controllers write the `imagePullSecrets` of every ServiceAccount: that list is left alone,
   * and the pods are bound instead.
   *
   * @see https://github.com/openshift/openshift-controller-manager/pull/306
   */
  OPENSHIFT = 'openshift',
}

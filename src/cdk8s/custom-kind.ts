/** Where a custom resource keeps its pod spec. */
export interface CustomKindProps {
  /**
   * API group, without the version.
   *
   * For example `argoproj.io`.
   */
  readonly apiGroup: string;

  /**
   * Kind.
   *
   * For example `Rollout`.
   */
  readonly kind: string;

  /**
   * Path of the pod spec, its parts joined by dots.
   *
   * @default 'spec.template.spec'
   */
  readonly podSpecPath?: string;
}

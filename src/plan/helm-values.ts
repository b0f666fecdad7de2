/**
 * The three shapes in which charts want pull secrets.
 *
 * @see https://helm.sh/docs/howto/charts_tips_and_tricks/#creating-image-pull-secrets
 */
export interface HelmPullSecretValues {
  /** For `imagePullSecrets: [{ name: regcred }]`: what Kubernetes itself takes, and most charts pass on. */
  readonly references: { readonly [key: string]: string }[];
  /** For `imagePullSecrets: [regcred]`, such as `global.imagePullSecrets` of Bitnami's charts. */
  readonly names: string[];
  /** For `imagePullSecret: regcred`: charts that know only one. @default - none: there is more than one, and such a chart would drop the others */
  readonly name?: string;
}

/** The names of pull secrets in the three shapes. */
export function helmValues(names: readonly string[]): HelmPullSecretValues {
  const [only] = names;
  return {
    references: names.map((name) => ({ name })),
    names: [...names],
    ...(names.length === 1 && { name: only }),
  };
}

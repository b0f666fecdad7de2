/** The API of Kyverno's policies. @see https://kyverno.io/docs/policy-types/cluster-policy/ */
export const KYVERNO_API_VERSION = 'kyverno.io/v1';

/** On a policy about pods: Kyverno is not to rewrite its rules for Deployments and the like. */
export const NO_AUTOGEN = { 'pod-policies.kyverno.io/autogen-controllers': 'none' } as const;

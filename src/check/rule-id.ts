/** Every rule, in the order of a report. The ids are stable: suppressions and SARIF hold them. */
export const RULE_IDS = [
  'invalid-image',
  'missing-credential',
  'missing-secret',
  'secret-in-other-namespace',
  'wrong-secret-type',
  'malformed-docker-config',
  'empty-login',
  'unreachable-server-key',
  'prefix-leak',
  'ambiguous-credential',
  'login-breaks-public-image',
  'shadowed-service-account-secrets',
  'service-account-without-secrets',
  'service-account-secrets-field',
  'missing-service-account',
  'empty-pull-secret-reference',
  'default-service-account-race',
  'static-pod-with-secrets',
  'csi-secret-for-pull',
  'expiring-token',
  'plaintext-credential',
  'broad-secret-access',
  'latest-tag',
  'mutable-tag',
] as const;

export type RuleId = (typeof RULE_IDS)[number];

/** Label or annotation with the value `true` by which a namespace refuses copies: engines that select by labels see the label only. */
export const EXCLUDE_KEY = 'regcred.dev/exclude';
/** Label with the value `true` by which a namespace asks for copies, where a fan-out waits for that. */
export const CONSENT_KEY = 'regcred.dev/pull-secrets';
export const YES = 'true';

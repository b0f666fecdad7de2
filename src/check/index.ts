export type { CheckReport, CheckSummary } from './check-report';
export type { Finding, Severity, SuppressedFinding } from './finding';
export type { Location } from './location';
export type { CheckOptions, ExistingSecret, Suppression } from './options';
export type { RuleId } from './rule-id';
export { RULE_IDS } from './rule-id';
export type { ImageVerdict, PullSecretOrigin, TriedCredential, Verdict } from './verdict';

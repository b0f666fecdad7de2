export type { CheckOptions, ExistingSecret, Suppression } from '../../check';
export { type PullCheckPolicyOptions, pullCheckPolicies } from './pull-check-policies';

import { ADMISSION_API_VERSION, type KubernetesObject, type LabelRequirement, NOT_A_NODE } from '../kubernetes';
import { policyExpressions, policyLists } from './policy-expressions';
import { PolicyMode } from './policy-mode';
import type { PolicyRules } from './policy-rules';

/** A policy with its name, its reach and what it does. */
export interface PolicyPlan {
  readonly name: string;
  readonly rules: PolicyRules;
  readonly namespaces: readonly LabelRequirement[];
  readonly mode: PolicyMode;
  /** Where the parameters of an admission policy are. */
  readonly parametersNamespace: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

const ACTIONS: Readonly<Record<PolicyMode, readonly string[]>> = {
  [PolicyMode.DRY_RUN]: ['Audit'],
  [PolicyMode.WARN]: ['Warn', 'Audit'],
  [PolicyMode.ENFORCE]: ['Deny'],
};

/**
 * The policy for the API server itself: what is always true of it, a ConfigMap with the lists, and the binding that says where and how. The
 * lists can be changed without the policy, and a second binding can have its own.
 */
export function admissionPolicyDocuments(plan: PolicyPlan): KubernetesObject[] {
  const { name, rules, labels, annotations } = plan;
  const metadata = { name, ...(labels && { labels }), ...(annotations && { annotations }) };
  const lists = Object.entries(policyLists(rules));
  const { variables, validations } = policyExpressions(rules, (list) => `params.data['${list}'].split('\\n')`);
  const parameters: KubernetesObject = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { ...metadata, namespace: plan.parametersNamespace },
    data: Object.fromEntries(lists.map(([list, values]) => [list, values.join('\n')])),
  };
  const policy: KubernetesObject = {
    apiVersion: ADMISSION_API_VERSION,
    kind: 'ValidatingAdmissionPolicy',
    metadata,
    spec: {
      failurePolicy: 'Fail',
      ...(lists.length > 0 && { paramKind: { apiVersion: 'v1', kind: 'ConfigMap' } }),
      matchConstraints: {
        resourceRules: [
          {
            apiGroups: [''],
            apiVersions: ['v1'],
            operations: ['CREATE', 'UPDATE'],
            resources: ['pods', 'pods/ephemeralcontainers'],
          },
        ],
      },
      matchConditions: [NOT_A_NODE],
      variables,
      validations,
    },
  };
  const binding: KubernetesObject = {
    apiVersion: ADMISSION_API_VERSION,
    kind: 'ValidatingAdmissionPolicyBinding',
    metadata,
    spec: {
      policyName: name,
      validationActions: ACTIONS[plan.mode],
      ...(lists.length > 0 && {
        // without its parameters the policy knows nothing that is allowed
        paramRef: { name, namespace: plan.parametersNamespace, parameterNotFoundAction: 'Deny' },
      }),
      ...(plan.namespaces.length > 0 && {
        matchResources: { namespaceSelector: { matchExpressions: plan.namespaces } },
      }),
    },
  };
  return [...(lists.length > 0 ? [parameters] : []), policy, binding];
}

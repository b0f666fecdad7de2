import { ADMISSION_API_VERSION, type KubernetesObject, NOT_A_NODE } from '../../kubernetes';
import { type FanOutPlan, metadataOf } from '../fan-out-plan';
import { EXCLUDE_KEY, YES } from '../opt-out';

const LIST = 'object.spec.imagePullSecrets';
/** An annotation on the pod's namespace. */
const EXCLUDED =
  `has(namespaceObject.metadata.annotations) && '${EXCLUDE_KEY}' in namespaceObject.metadata.annotations && ` +
  `namespaceObject.metadata.annotations['${EXCLUDE_KEY}'] == '${YES}'`;

/**
 * The API server itself adds the pull secrets to pods as they are made, after it has copied the service account's list: what is listed stays.
 *
 * As JSON patches: the API server refuses the other form, apply configurations, for this list.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/mutating-admission-policy/
 */
export function podAdmissionPolicy(plan: FanOutPlan): KubernetesObject[] {
  const metadata = metadataOf(plan, plan.name);
  return [
    {
      apiVersion: ADMISSION_API_VERSION,
      kind: 'MutatingAdmissionPolicy',
      metadata,
      spec: {
        failurePolicy: 'Fail',
        reinvocationPolicy: 'Never',
        matchConstraints: {
          resourceRules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'] }],
        },
        // a mirror of a static pod may not refer to Secrets
        matchConditions: [NOT_A_NODE],
        variables: [{ name: 'excluded', expression: EXCLUDED }],
        mutations: plan.secrets.map((secret) => ({
          patchType: 'JSONPatch',
          jsonPatch: { expression: addition(secret) },
        })),
      },
    },
    {
      apiVersion: ADMISSION_API_VERSION,
      kind: 'MutatingAdmissionPolicyBinding',
      metadata,
      spec: {
        policyName: plan.name,
        matchResources: { namespaceSelector: { matchExpressions: plan.namespaces } },
      },
    },
  ];
}

function addition(secret: string): string {
  const entry = `Object.spec.imagePullSecrets{name: '${secret}'}`;
  return (
    `variables.excluded || (has(${LIST}) && ${LIST}.exists(s, has(s.name) && s.name == '${secret}')) ? [] : has(${LIST}) ` +
    `? [JSONPatch{op: 'add', path: '/spec/imagePullSecrets/-', value: ${entry}}] ` +
    `: [JSONPatch{op: 'add', path: '/spec/imagePullSecrets', value: [${entry}]}]`
  );
}

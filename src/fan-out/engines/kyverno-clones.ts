import { type KubernetesObject, KYVERNO_API_VERSION, RBAC_API_VERSION } from '../../kubernetes';
import { type CopyMethod, type FanOutPlan, metadataOf } from '../fan-out-plan';
import { EXCLUDE_KEY, YES } from '../opt-out';

/** The rights that Kyverno's controllers take from every ClusterRole with these labels. */
const BACKGROUND_CONTROLLER = { 'rbac.kyverno.io/aggregate-to-background-controller': 'true' };
const ADMISSION_CONTROLLER = { 'rbac.kyverno.io/aggregate-to-admission-controller': 'true' };

/**
 * Kyverno clones the source into each namespace, those that are there too, and keeps the clones in step.
 *
 * @see https://kyverno.io/docs/policy-types/cluster-policy/generate/#clone-source
 */
export const KYVERNO_COPIES: CopyMethod = {
  name: 'Kyverno',
  documents: (plan) => [rights(plan), clonePolicy(plan)],
};

function rights(plan: FanOutPlan): KubernetesObject {
  const metadata = metadataOf(plan, `${plan.name}-clone`);
  return {
    apiVersion: RBAC_API_VERSION,
    kind: 'ClusterRole',
    metadata: { ...metadata, labels: { ...metadata.labels, ...BACKGROUND_CONTROLLER, ...ADMISSION_CONTROLLER } },
    rules: [
      { apiGroups: [''], resources: ['secrets'], verbs: ['get', 'list', 'watch', 'create'] },
      { apiGroups: [''], resources: ['secrets'], resourceNames: plan.secrets, verbs: ['update', 'patch', 'delete'] },
    ],
  };
}

function clonePolicy(plan: FanOutPlan): KubernetesObject {
  return {
    apiVersion: KYVERNO_API_VERSION,
    kind: 'ClusterPolicy',
    metadata: metadataOf(plan, `${plan.name}-clone`),
    spec: {
      rules: plan.secrets.map((secret) => ({
        name: secret,
        match: {
          any: [{ resources: { kinds: ['Namespace'], selector: { matchExpressions: plan.namespaces } } }],
        },
        preconditions: {
          all: [
            {
              key: `{{ request.object.metadata.annotations."${EXCLUDE_KEY}" || '' }}`,
              operator: 'NotEquals',
              value: YES,
            },
          ],
        },
        generate: {
          generateExisting: true,
          synchronize: true,
          apiVersion: 'v1',
          kind: 'Secret',
          name: secret,
          namespace: '{{ request.object.metadata.name }}',
          clone: { namespace: plan.sourceNamespace, name: secret },
        },
      })),
    },
  };
}

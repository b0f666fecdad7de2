import { type KubernetesObject, KYVERNO_API_VERSION, NO_AUTOGEN, NOT_A_NODE } from '../kubernetes';
import type { PolicyPlan } from './admission-policy';
import { celList } from './cel-text';
import { policyExpressions, policyLists } from './policy-expressions';
import { PolicyMode } from './policy-mode';

/**
 * The policy for Kyverno: the same expressions, with the lists written out.
 *
 * Kyverno would rewrite the rule for Deployments and the like; the expressions are about pods, and so are the accounts' pull secrets.
 */
export function kyvernoPolicyDocuments(plan: PolicyPlan): KubernetesObject[] {
  const lists = policyLists(plan.rules);
  const { variables, validations } = policyExpressions(plan.rules, (list) => celList(lists[list] ?? []));
  const enforces = plan.mode === PolicyMode.ENFORCE;
  return [
    {
      apiVersion: KYVERNO_API_VERSION,
      kind: 'ClusterPolicy',
      metadata: {
        name: plan.name,
        ...(plan.labels && { labels: plan.labels }),
        annotations: { ...plan.annotations, ...NO_AUTOGEN },
      },
      spec: {
        background: false,
        ...(plan.mode === PolicyMode.WARN && { emitWarning: true }),
        rules: [
          {
            name: 'images',
            match: {
              any: [
                {
                  resources: {
                    kinds: ['Pod', 'Pod/ephemeralcontainers'],
                    operations: ['CREATE', 'UPDATE'],
                    ...(plan.namespaces.length > 0 && { namespaceSelector: { matchExpressions: plan.namespaces } }),
                  },
                },
              ],
            },
            celPreconditions: [NOT_A_NODE],
            validate: {
              failureAction: enforces ? 'Enforce' : 'Audit',
              cel: { variables, expressions: validations },
            },
          },
        ],
      },
    },
  ];
}

import { type KubernetesObject, KYVERNO_API_VERSION, NO_AUTOGEN } from '../../kubernetes';
import { type FanOutPlan, metadataOf } from '../fan-out-plan';

/** Where the list of a kind is. */
interface Target {
  readonly kind: 'Pod' | 'ServiceAccount';
  readonly list: string;
  /** Its path in the words of Kyverno's queries. */
  readonly query: string;
  /** Names of the objects. @default - any */
  readonly names?: readonly string[];
}

/**
 * Kyverno adds the pull secrets to pods as they are made, and to service accounts. What is listed stays: a rule appends, or makes the list where
 * there is none. Templates of Deployments are left alone, since a list there keeps the account's away from the pods.
 *
 * @see https://kyverno.io/docs/policy-types/cluster-policy/mutate/#rfc-6902-jsonpatch
 */
export function kyvernoBindings(plan: FanOutPlan, accounts: readonly string[]): KubernetesObject {
  const pods: Target = { kind: 'Pod', list: '/spec/imagePullSecrets', query: 'request.object.spec.imagePullSecrets' };
  const serviceAccounts: Target = {
    kind: 'ServiceAccount',
    list: '/imagePullSecrets',
    query: 'request.object.imagePullSecrets',
    names: accounts,
  };
  const targets = accounts.length > 0 ? [pods, serviceAccounts] : [pods];
  return {
    apiVersion: KYVERNO_API_VERSION,
    kind: 'ClusterPolicy',
    metadata: metadataOf(plan, `${plan.name}-bind`, { annotations: NO_AUTOGEN }),
    spec: {
      background: false,
      rules: targets.flatMap((target) => [
        // one after the other: the second rule sees the list that the first has made
        newList(plan, target),
        ...plan.secrets.map((secret) => append(plan, target, secret)),
      ]),
    },
  };
}

function newList(plan: FanOutPlan, target: Target): object {
  return rule(
    plan,
    target,
    'list',
    [{ key: `{{ length(${target.query} || \`[]\`) }}`, operator: 'Equals', value: 0 }],
    { op: 'add', path: target.list, value: [] },
  );
}

function append(plan: FanOutPlan, target: Target, secret: string): object {
  return rule(
    plan,
    target,
    secret,
    [{ key: secret, operator: 'AnyNotIn', value: `{{ (${target.query} || \`[]\`)[].name }}` }],
    { op: 'add', path: `${target.list}/-`, value: { name: secret } },
  );
}

function rule(
  plan: FanOutPlan,
  { kind, names }: Target,
  what: string,
  preconditions: readonly object[],
  patch: object,
): object {
  return {
    name: `${kind.toLowerCase()}-${what}`,
    match: {
      any: [
        {
          resources: {
            kinds: [kind],
            ...(names && { names }),
            // the list of a pod cannot be changed later
            operations: kind === 'Pod' ? ['CREATE'] : ['CREATE', 'UPDATE'],
            namespaceSelector: { matchExpressions: plan.namespaces },
          },
        },
      ],
    },
    preconditions: { all: preconditions },
    mutate: { patchesJson6902: JSON.stringify([patch]) },
  };
}

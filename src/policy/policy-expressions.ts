import { celText } from './cel-text';
import { type CelVariable, FOREIGN, IMAGE_VARIABLES, LATEST, UNPINNED } from './image-expressions';
import type { PolicyRules } from './policy-rules';

/** One thing that must hold, and what is said where it does not. */
export interface CelValidation {
  readonly expression: string;
  readonly messageExpression: string;
}

/** The rules as expressions of the Common Expression Language. */
export interface PolicyExpressions {
  readonly variables: readonly CelVariable[];
  readonly validations: readonly CelValidation[];
}

/** Lists that the expressions read, by the names they have there. */
export type PolicyLists = Readonly<Partial<Record<ListName, readonly string[]>>>;
export type ListName = 'allowed' | 'pullSecrets' | 'serviceAccounts';

/** The lists of some rules: what changes more often than the policy. */
export function policyLists({ allowed, pullSecrets, serviceAccounts }: PolicyRules): PolicyLists {
  return {
    ...(allowed && { allowed: allowed.map(String) }),
    ...(pullSecrets && { pullSecrets }),
    ...(serviceAccounts && { serviceAccounts }),
  };
}

/** The expressions of some rules; `listOf` says how a list is read. */
export function policyExpressions(rules: PolicyRules, listOf: (name: ListName) => string): PolicyExpressions {
  const lists = Object.keys(policyLists(rules)) as ListName[];
  const checks: readonly ImageCheck[] = [
    { refused: 'malformed', variables: [], what: 'not an image that the kubelet takes' },
    ...(rules.allowed
      ? [{ refused: 'foreign', variables: FOREIGN, what: 'from no allowed registry', listed: 'allowed' as const }]
      : []),
    ...(rules.refuseLatest
      ? [{ refused: 'latest', variables: [LATEST], what: "tag 'latest', or none: write a version" }]
      : []),
    ...(rules.requireDigest
      ? [{ refused: 'unpinned', variables: [UNPINNED], what: 'no digest: write @sha256:… behind the name' }]
      : []),
  ];
  return {
    variables: [
      ...lists.map((name) => ({ name, expression: listOf(name) })),
      ...IMAGE_VARIABLES,
      ...checks.flatMap(({ variables }) => variables),
    ],
    validations: [
      ...checks.map(imageValidation),
      ...(rules.pullSecrets ? [PULL_SECRET] : []),
      ...(rules.serviceAccounts ? [SERVICE_ACCOUNT] : []),
    ],
  };
}

interface ImageCheck {
  /** The variable with the images that are refused. */
  readonly refused: string;
  /** What that variable is made with. */
  readonly variables: readonly CelVariable[];
  readonly what: string;
  /** A list that is told, so that its reader knows what to write. */
  readonly listed?: ListName;
}

function imageValidation({ refused, what, listed }: ImageCheck): CelValidation {
  const allowed = listed ? ` + '; allowed are ' + variables.${listed}.join(', ')` : '';
  return {
    expression: `size(variables.${refused}) == 0`,
    // the API server drops a message with a line break in it
    messageExpression: `${celText(`${what}: `)} + variables.${refused}.map(r, r.replace('\\n', ' ')).join(', ')${allowed}`,
  };
}

/** The list of a pod cannot be changed later, so only its creation is judged: admission has filled in the account's list by then. */
const PULL_SECRET: CelValidation = {
  expression:
    "request.operation != 'CREATE' || (has(object.spec.imagePullSecrets) && " +
    'object.spec.imagePullSecrets.exists(s, has(s.name) && s.name in variables.pullSecrets))',
  messageExpression:
    "'no pull secret that is wanted here, neither of the pod nor of its service account: list one of ' + variables.pullSecrets.join(', ')",
};

const SERVICE_ACCOUNT: CelValidation = {
  expression: "request.operation != 'CREATE' || object.spec.serviceAccountName in variables.serviceAccounts",
  messageExpression:
    "'service account ' + object.spec.serviceAccountName + ' is not one for pods here: name one of ' + variables.serviceAccounts.join(', ')",
};

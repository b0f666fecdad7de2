/** One condition of a label selector. */
export interface LabelRequirement {
  readonly key: string;
  readonly operator: LabelOperator;
  /** Only with `In` and `NotIn`. */
  readonly values?: readonly string[];
}

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'] as const;
export type LabelOperator = (typeof OPERATORS)[number];

type Labels = Readonly<Record<string, string>>;

/** Whether a value out of a manifest is an operator. */
export function isLabelOperator(value: unknown): value is LabelOperator {
  return OPERATORS.some((operator) => operator === value);
}

/** Whether all requirements hold for labels: none is needed for `NotIn`, as Kubernetes reads it. */
export function selectsLabels(requirements: readonly LabelRequirement[], labels: Labels): boolean {
  return requirements.every(({ key, operator, values = [] }) => {
    const value = labels[key];
    if (operator === 'Exists') return value !== undefined;
    if (operator === 'DoesNotExist') return value === undefined;
    const listed = value !== undefined && values.includes(value);
    return operator === 'In' ? listed : !listed;
  });
}

/** Whether no labels can fulfil all requirements at once. */
export function isContradiction(requirements: readonly LabelRequirement[]): boolean {
  const byKey = new Map<string, LabelRequirement[]>();
  for (const requirement of requirements) {
    const list = byKey.get(requirement.key);
    if (list) list.push(requirement);
    else byKey.set(requirement.key, [requirement]);
  }
  return [...byKey.values()].some(cannotHold);
}

/** Whether one key's requirements leave it neither a value nor the choice to be absent. */
function cannotHold(requirements: readonly LabelRequirement[]): boolean {
  const of = (operator: LabelOperator) => requirements.filter((requirement) => requirement.operator === operator);
  const lists = of('In').map(({ values = [] }) => values);
  const mustExist = lists.length > 0 || of('Exists').length > 0;
  if (!mustExist) return false;
  if (of('DoesNotExist').length > 0) return true;
  const [first, ...others] = lists;
  if (first === undefined) return false;
  const refused = new Set(of('NotIn').flatMap(({ values = [] }) => values));
  return !first.some((value) => !refused.has(value) && others.every((list) => list.includes(value)));
}

/** The requirements in the words of `kubectl --selector`, which annotations of other tools take too. */
export function formatLabelRequirements(requirements: readonly LabelRequirement[]): string {
  return requirements
    .map(({ key, operator, values = [] }) => {
      if (operator === 'Exists') return key;
      if (operator === 'DoesNotExist') return `!${key}`;
      if (operator === 'In' && values.length === 1) return `${key}=${values[0]}`;
      return `${key} ${operator === 'In' ? 'in' : 'notin'} (${values.join(',')})`;
    })
    .join(',');
}

/** `team=shop`, `team!=shop`, `team in (a,b)`, `team notin (a,b)`, `team` or `!team`, then a comma or the end. */
const TERM = /\s*(!?)([\w./-]+)(?:\s*(==?|!=)(?:\s*([\w.-]+))?|\s+(in|notin)\s*\(([^()]*)\))?\s*(?:,|$)/y;

/** The requirements that words say as `kubectl --selector` takes them; nothing where they are none. */
export function parseLabelRequirements(text: string): LabelRequirement[] | undefined {
  const requirements: LabelRequirement[] = [];
  for (TERM.lastIndex = 0; TERM.lastIndex < text.length; ) {
    const term = TERM.exec(text);
    if (term === null) return undefined;
    requirements.push(requirementOf(term));
  }
  return requirements;
}

function requirementOf([, not, key = '', sign, value = '', set, values = '']: RegExpExecArray): LabelRequirement {
  if (sign !== undefined) return { key, operator: sign === '!=' ? 'NotIn' : 'In', values: [value] };
  if (set === undefined) return { key, operator: not === '!' ? 'DoesNotExist' : 'Exists' };
  return { key, operator: set === 'in' ? 'In' : 'NotIn', values: values.split(',').map((each) => each.trim()) };
}

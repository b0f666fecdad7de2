import { RegcredError } from '../error';
import type { LabelOperator, LabelRequirement } from '../kubernetes';
import {
  isContradiction,
  NAMESPACE_NAME_LABEL,
  parseLabelKey,
  parseLabels,
  parseLabelValue,
  parseNamespaceName,
  selectsLabels,
} from '../kubernetes';

/** The namespaces that Kubernetes makes for itself. */
const SYSTEM_NAMESPACES: readonly string[] = ['kube-system', 'kube-public', 'kube-node-lease'];

/**
 * Namespaces by what they are, also those that do not exist yet.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
 */
export class NamespaceSelector {
  /** Every namespace but those that Kubernetes makes for itself: `kube-system`, `kube-public`, `kube-node-lease`. */
  public static all(): NamespaceSelector {
    return new NamespaceSelector([]).excluding(...SYSTEM_NAMESPACES);
  }

  /** Every namespace, those of Kubernetes itself among them. */
  public static everything(): NamespaceSelector {
    return new NamespaceSelector([]);
  }

  /**
   * The namespaces that carry all these labels.
   *
   * @throws RegcredError `namespace-selector` where none is given, `label` where one is no label
   */
  public static labels(labels: { readonly [key: string]: string }): NamespaceSelector {
    const requirements = Object.entries(parseLabels(labels) ?? {}).map(([key, value]) =>
      requirement(key, 'In', [value]),
    );
    if (requirements.length > 0) return new NamespaceSelector(requirements);
    throw new RegcredError(
      'namespace-selector',
      "no label is given, and Kubernetes reads that as every namespace: write one, such as { 'acme.com/team': 'shop' }, or NamespaceSelector.all()",
    );
  }

  /**
   * The namespaces with these names: they need not exist yet.
   *
   * @throws RegcredError `namespace-selector` where none is given, `namespace-name` where one is no name
   */
  public static names(...names: string[]): NamespaceSelector {
    names.forEach(parseNamespaceName);
    if (names.length > 0) return new NamespaceSelector([requirement(NAMESPACE_NAME_LABEL, 'In', names)]);
    throw new RegcredError('namespace-selector', 'no name is given, so no namespace is selected: name at least one');
  }

  /** @internal */
  public readonly _requirements: readonly LabelRequirement[];

  private constructor(requirements: readonly LabelRequirement[]) {
    this._requirements = requirements;
    if (isContradiction(requirements)) {
      throw new RegcredError(
        'namespace-selector',
        `no namespace can be selected by ${JSON.stringify(requirements)}: its requirements exclude one another, drop one`,
      );
    }
  }

  /**
   * Only those of the namespaces that carry a label: with one of the values, or with any where none is given.
   *
   * @throws RegcredError `label` where it is none, `namespace-selector` where no namespace is left
   */
  public having(key: string, ...values: string[]): NamespaceSelector {
    return this.with(values.length === 0 ? requirement(key, 'Exists') : requirement(key, 'In', values));
  }

  /**
   * Only those of the namespaces that do not carry a label with one of the values, or not at all where none is given.
   *
   * @throws RegcredError `label` where it is none, `namespace-selector` where no namespace is left
   */
  public lacking(key: string, ...values: string[]): NamespaceSelector {
    return this.with(values.length === 0 ? requirement(key, 'DoesNotExist') : requirement(key, 'NotIn', values));
  }

  /**
   * The namespaces but for those with these names.
   *
   * @throws RegcredError `namespace-name` where one is no name, `namespace-selector` where no namespace is left
   */
  public excluding(...names: string[]): NamespaceSelector {
    names.forEach(parseNamespaceName);
    return names.length === 0 ? this : this.with(requirement(NAMESPACE_NAME_LABEL, 'NotIn', names));
  }

  /** Whether a namespace with this name and these labels is selected. */
  public selects(name: string, labels: { readonly [key: string]: string } = {}): boolean {
    return selectsLabels(this._requirements, { ...labels, [NAMESPACE_NAME_LABEL]: name });
  }

  /**
   * Whether the selector names the namespace, or cannot tell it from those it selects: other labels of it are not known.
   *
   * @internal
   */
  public _maySelect(name: string): boolean {
    return !isContradiction([...this._requirements, requirement(NAMESPACE_NAME_LABEL, 'In', [name])]);
  }

  /**
   * Names that the selector lists.
   *
   * @internal
   */
  public get _names(): readonly string[] {
    return this._requirements
      .filter(({ key, operator }) => key === NAMESPACE_NAME_LABEL && operator === 'In')
      .flatMap(({ values = [] }) => values);
  }

  /**
   * Whether a namespace can be selected by both.
   *
   * @internal
   */
  public _overlaps(other: NamespaceSelector): boolean {
    return !isContradiction([...this._requirements, ...other._requirements]);
  }

  private with(added: LabelRequirement): NamespaceSelector {
    return new NamespaceSelector([...this._requirements, added]);
  }
}

function requirement(key: string, operator: LabelOperator, values?: readonly string[]): LabelRequirement {
  parseLabelKey(key);
  for (const value of values ?? []) parseLabelValue(value);
  return { key, operator, ...(values && { values }) };
}

import { Namespace } from '@pulumi/kubernetes/core/v1';
import { all, type ComponentResource, type Input, Output, output } from '@pulumi/pulumi';
import { RegcredError } from '../error';
import { parseNamespaceName } from '../kubernetes';
import { requireKnownList } from './check-args';
import { formerNames } from './former-names';
import { logicalNameOf } from './logical-name';
import type { Placeholders } from './placeholders';
import { shownKind } from './shown-kind';

/** A namespace: by its name, or as the resource that makes it. */
export type NamespaceInput = Input<string> | Namespace;

/** A namespace that something is made in. */
export interface NamespaceTarget {
  /** What the names of the resources in it are made of: it must not depend on what is known only later. */
  readonly key: string;
  /** The key among those of the whole stack. */
  readonly stackKey: string;
  /** What the two were before something was renamed. */
  readonly formerKeys: readonly Output<string>[];
  readonly formerStackKeys: readonly Output<string>[];
  readonly name: Input<string>;
  /** The name for the planner. */
  readonly planned: string;
}

/**
 * The namespaces of a component's list.
 *
 * @throws RegcredError `namespace-name` where an entry is none, `namespace-duplicate` where one comes twice
 */
export function namespaceTargets(
  component: ComponentResource,
  namespaces: readonly NamespaceInput[],
  placeholders: Placeholders,
): readonly NamespaceTarget[] {
  requireKnownList(namespaces, 'namespace-name', 'namespaces', "['payments']");
  let outputs = 0;
  const targets = namespaces.map((given, index): NamespaceTarget => {
    if (typeof given === 'string') {
      return { key: given, stackKey: given, name: given, planned: given, formerKeys: [], formerStackKeys: [] };
    }
    if (Namespace.isInstance(given)) {
      const name = outputOf(given, () => given.metadata.name);
      const key = logicalNameOf(given);
      const former = formerNames(given);
      const planned = placeholders.hold(name);
      return { key, stackKey: key, name, planned, formerKeys: former, formerStackKeys: former };
    }
    if (!Output.isInstance(given) && !(given instanceof Promise)) throw notANamespace(given, index);
    const name = outputOf(given, () => output(given).apply(parseKnown));
    const key = `output-${outputs++}`;
    return {
      key,
      stackKey: `${logicalNameOf(component)}/${key}`,
      name,
      planned: placeholders.hold(name),
      formerKeys: [], // Pulumi finds the children of a component that had another name
      formerStackKeys: formerNames(component).map((former) => former.apply((text) => `${text}/${key}`)),
    };
  });
  refuseTwice(targets);
  refuseTwiceWhenKnown(targets);
  return targets;
}

const names = new WeakMap<object, Output<string>>();

/** The same output for the same namespace, so that two components that are given it know it for one; Pulumi makes one at each look. */
function outputOf(given: object, make: () => Output<string>): Output<string> {
  const known = names.get(given) ?? make();
  names.set(given, known);
  return known;
}

/** Another stack may not have the output that is asked for. */
function parseKnown(name: unknown): string {
  if (typeof name === 'string') return parseNamespaceName(name);
  throw new RegcredError(
    'namespace-name',
    `a namespace that is known later must be a name: got ${shownKind(name)}, look at the output that it comes from`,
  );
}

function notANamespace(given: unknown, index: number): RegcredError {
  return new RegcredError(
    'namespace-name',
    `namespaces[${index}] is neither a name nor a Namespace: got ${shownKind(given)}, write for example 'payments' or pass the Namespace resource itself`,
  );
}

/** Plain names are compared by the planner. */
function refuseTwice(targets: readonly NamespaceTarget[]): void {
  const seen = new Set<string>();
  for (const { key, name, planned } of targets) {
    if (seen.has(planned) && typeof name !== 'string') {
      throw new RegcredError('namespace-duplicate', `the namespace '${key}' is listed twice: list each once`);
    }
    if (seen.has(key) && !seen.has(planned)) {
      throw new RegcredError(
        'namespace-duplicate',
        `two entries of namespaces are called '${key}' in this program: give the Namespace resource another name`,
      );
    }
    seen.add(key).add(planned);
  }
}

/** One namespace may be given in two ways, by its name and as an output. */
function refuseTwiceWhenKnown(targets: readonly NamespaceTarget[]): void {
  if (targets.every(({ name }) => typeof name === 'string')) return;
  all(targets.map(({ name }) => name)).apply((names) => {
    const seen = new Set<string>();
    const twice = names.find((name) => seen.has(name) || !seen.add(name));
    if (twice === undefined) return;
    throw new RegcredError('namespace-duplicate', `the namespace '${twice}' is listed in two ways: list each once`);
  });
}

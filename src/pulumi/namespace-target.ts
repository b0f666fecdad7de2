import { Namespace } from '@pulumi/kubernetes/core/v1';
import { type ComponentResource, type Input, Output, output } from '@pulumi/pulumi';
import { RegcredError } from '../error';
import { parseNamespaceName } from '../kubernetes';
import { formerNames } from './former-names';
import { logicalNameOf } from './logical-name';
import type { Placeholders } from './placeholders';

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
  let outputs = 0;
  const targets = namespaces.map((given, index): NamespaceTarget => {
    if (typeof given === 'string') {
      return { key: given, stackKey: given, name: given, planned: given, formerKeys: [], formerStackKeys: [] };
    }
    if (Namespace.isInstance(given)) {
      const name = given.metadata.name;
      const key = logicalNameOf(given);
      const former = formerNames(given);
      const planned = placeholders.hold(name);
      return { key, stackKey: key, name, planned, formerKeys: former, formerStackKeys: former };
    }
    if (!Output.isInstance(given) && !(given instanceof Promise)) throw notANamespace(given, index);
    const name = parsed(given);
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
  return targets;
}

const parsedInputs = new WeakMap<object, Output<string>>();

/** The same output for the same input, so that two components that are given one namespace know it for one. */
function parsed(given: Exclude<Input<string>, string>): Output<string> {
  const known = parsedInputs.get(given);
  if (known !== undefined) return known;
  const made = output(given).apply(parseNamespaceName);
  parsedInputs.set(given, made);
  return made;
}

function notANamespace(given: unknown, index: number): RegcredError {
  const shown = given === undefined ? 'undefined' : JSON.stringify(given)?.slice(0, 100);
  return new RegcredError(
    'namespace-name',
    `namespaces[${index}] is neither a name nor a Namespace: got ${shown}, write for example 'payments' or pass the Namespace resource itself`,
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

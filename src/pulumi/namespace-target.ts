import { Namespace } from '@pulumi/kubernetes/core/v1';
import { type Input, Output } from '@pulumi/pulumi';
import { RegcredError } from '../error';
import { parseNamespaceName } from '../kubernetes';
import type { Placeholders } from './placeholders';

/** A namespace: by its name, or as the resource that makes it. */
export type NamespaceInput = Input<string> | Namespace;

/** A namespace that something is made in. */
export interface NamespaceTarget {
  /** What the names of the resources in it are made of: it must not depend on what is known only later. */
  readonly key: string;
  readonly name: Input<string>;
  /** The name for the planner. */
  readonly planned: string;
}

/**
 * The namespaces of a list.
 *
 * @throws RegcredError `namespace-name` where an entry is none, `namespace-duplicate` where one comes twice
 */
export function namespaceTargets(
  namespaces: readonly NamespaceInput[],
  placeholders: Placeholders,
): readonly NamespaceTarget[] {
  let outputs = 0;
  const targets = namespaces.map((given, index): NamespaceTarget => {
    if (typeof given === 'string') return { key: given, name: given, planned: given };
    if (Namespace.isInstance(given)) {
      const name = given.metadata.name;
      return { key: logicalNameOf(given), name, planned: placeholders.hold(name) };
    }
    if (!Output.isInstance(given) && !(given instanceof Promise)) throw notANamespace(given, index);
    const name = parsed(given);
    return { key: `output-${outputs++}`, name, planned: placeholders.hold(name) };
  });
  refuseTwice(targets);
  return targets;
}

const parsedInputs = new WeakMap<object, Output<string>>();

/** The same output for the same input, so that two components that are given one namespace know it for one. */
function parsed(given: Promise<string> | Output<string>): Output<string> {
  const known = parsedInputs.get(given);
  if (known !== undefined) return known;
  const made = Output.create(given).apply(parseNamespaceName);
  parsedInputs.set(given, made);
  return made;
}

/** The name that the program gave to the resource: a public property of newer SDKs, and in all of them an internal one. */
function logicalNameOf(namespace: Namespace): string {
  return String(Reflect.get(namespace, 'pulumiResourceName') ?? Reflect.get(namespace, '__name'));
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

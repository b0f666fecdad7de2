import { RegcredError, requireOptions } from '../../error';
import { parseNamespaceName } from '../../kubernetes';
import type { PullSecret } from '../pull-secret';
import type { PullSecretStrategy } from '../pull-secret-strategy';
import { requirePullSecrets } from '../require-entries';

/** Properties of `PullSecret.perNamespace`. */
export interface NamespacedPullSecretProps {
  /** The pull secret of each namespace; all with one name, since service accounts and pods list it by that. */
  readonly namespaces: { readonly [namespace: string]: PullSecret };

  /**
   * The pull secret of every other namespace.
   *
   * @default - other namespaces are an error
   */
  readonly others?: PullSecret;
}

/** Under one name, another pull secret in each namespace. */
export function perNamespace({ namespaces, others }: NamespacedPullSecretProps): PullSecretStrategy {
  const secrets = new Map(
    Object.entries(requireOptions(namespaces, "namespaces: { payments: PullSecret.existing('regcred') }")).map(
      ([namespace, secret]) => [parseNamespaceName(namespace), secret],
    ),
  );
  const all = requirePullSecrets([...secrets.values(), ...(others ? [others] : [])], 'namespaces');
  const name = theOneName(all);
  const strategyOf = (namespace: string) =>
    (secrets.get(namespace) ?? others ?? missing(name, namespace, secrets))._strategy;
  return {
    name,
    logins: all.flatMap(({ _strategy }) => _strategy.logins),
    warnings: all.flatMap(({ _strategy: { warnings = [] } }) => warnings),
    namedNamespace: true,
    immutable: all.some(({ _strategy }) => _strategy.immutable === true),
    covers: (namespace) => strategyOf(namespace).covers(namespace),
    documents: (target) => strategyOf(target.namespace).documents(target),
  };
}

function theOneName(secrets: readonly PullSecret[]): string {
  const [first, ...others] = new Set(secrets.map(({ name }) => name));
  if (first === undefined) {
    throw new RegcredError(
      'pull-secret-empty',
      'PullSecret.perNamespace names no namespace: give at least one, with its pull secret',
    );
  }
  if (others.length === 0) return first;
  throw new RegcredError(
    'secret-name',
    `pull secrets of PullSecret.perNamespace stand under one name in all namespaces, which accounts and pods list: ` +
      `got '${first}' and '${others.join("', '")}', give all the same`,
  );
}

function missing(name: string, namespace: string, known: ReadonlyMap<string, PullSecret>): never {
  throw new RegcredError(
    'pull-secret-namespace',
    `pull secret '${name}' has nothing for namespace '${namespace}': it has ${[...known.keys()].map((key) => `'${key}'`).join(', ')}; ` +
      `add the namespace, or give the pull secret of all others as others`,
  );
}

import { type ErrorCode, RegcredError, requireList } from '../error';
import { type PullSecret, requireBindings, requirePullSecrets, type ServiceAccountBinding } from '../plan';
import type { NamespaceTarget } from './namespace-target';
import { shownKind } from './shown-kind';

/** What TypeScript would have refused, and `any` lets through. */
export function checkLists(
  pullSecrets: readonly PullSecret[],
  serviceAccounts: readonly ServiceAccountBinding[],
): void {
  requireKnownList(pullSecrets, 'pull-secret-reference', 'pullSecrets', "[PullSecret.existing('regcred')]");
  requireKnownList(
    serviceAccounts,
    'service-account-name',
    'serviceAccounts',
    '[ServiceAccountBinding.patchDefault()]',
  );
  requirePullSecrets(pullSecrets, 'pullSecrets', shownKind);
  requireBindings(serviceAccounts, shownKind);
}

/** Names of resources are made of what a list holds, so that the list itself cannot be known later. */
export function requireKnownList<T>(list: readonly T[], code: ErrorCode, property: string, example: string): void {
  requireList(list, code, property, `for example ${example}`, shownKind);
}

/** Some pull secrets are made for the very name of a namespace. */
export function requireNames(pullSecrets: readonly PullSecret[], targets: readonly NamespaceTarget[]): void {
  const secret = pullSecrets.find(({ _strategy }) => _strategy.namedNamespace);
  const target = targets.find(({ name }) => typeof name !== 'string');
  if (secret === undefined || target === undefined) return;
  throw new RegcredError(
    'namespace-name',
    `pull secret '${secret.name}' depends on the name of its namespace, and that of '${target.key}' is known only when Pulumi runs: ` +
      "give the name itself in namespaces, such as 'payments'",
  );
}

import { RegcredError } from '../error';
import type { PullSecret, ServiceAccountBinding } from '../plan';
import type { NamespaceTarget } from './namespace-target';

/** What TypeScript would have refused, and `any` lets through. */
export function checkLists(
  pullSecrets: readonly PullSecret[],
  serviceAccounts: readonly ServiceAccountBinding[],
): void {
  for (const secret of pullSecrets) {
    if (secret?._strategy !== undefined) continue;
    throw new RegcredError(
      'pull-secret-reference',
      `pullSecrets holds what is no PullSecret: write PullSecret.fromLogins({ … }), or PullSecret.existing('regcred') for a Secret that is there`,
    );
  }
  for (const binding of serviceAccounts) {
    if (binding?._props === undefined) {
      throw new RegcredError(
        'service-account-name',
        "serviceAccounts holds what is no ServiceAccountBinding: write ServiceAccountBinding.patchDefault() or ServiceAccountBinding.create({ name: 'app' })",
      );
    }
    if (!binding.creates || binding.name !== 'default') continue;
    throw new RegcredError(
      'service-account-conflict',
      "service account 'default' is made by Kubernetes with each namespace, and making it again fails: bind it with ServiceAccountBinding.patchDefault()",
    );
  }
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

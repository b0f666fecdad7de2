import { kindOf, RegcredError, requireList } from '../error';
import { NamespaceSelector } from './namespace-selector';
import type { PullSecret } from './pull-secret';
import type { ServiceAccountBinding } from './service-account-binding';

/**
 * A list with something in it.
 *
 * @throws RegcredError `plan-list` where it is no list, `plan-empty` where nothing is in it
 */
export function requireSome<T>(values: readonly T[], property: string, what: string): readonly T[] {
  if (requireList(values, 'plan-list', `'${property}'`, `one with at least one ${what}`).length > 0) return values;
  throw new RegcredError('plan-empty', `'${property}' is an empty list: name at least one ${what}`);
}

/** A selector, as TypeScript would have it. @throws RegcredError `namespace-selector` */
export function requireSelector(value: NamespaceSelector, property: string): NamespaceSelector {
  if (value instanceof NamespaceSelector) return value;
  throw new RegcredError(
    'namespace-selector',
    `'${property}' must be a NamespaceSelector: got ${kindOf(value)}, write NamespaceSelector.all(), or NamespaceSelector.labels({ team: 'shop' })`,
  );
}

/**
 * Pull secrets, as TypeScript would have them.
 *
 * @param shown says what a value of the wrong kind is
 * @throws RegcredError `plan-list`, `pull-secret-reference`
 */
export function requirePullSecrets(
  values: readonly PullSecret[],
  property = 'pullSecrets',
  shown = kindOf,
): readonly PullSecret[] {
  for (const value of requireList(
    values,
    'plan-list',
    `'${property}'`,
    "one such as [PullSecret.existing('regcred')]",
  )) {
    if (value?._strategy !== undefined && isNamed(value)) continue;
    throw new RegcredError(
      'pull-secret-reference',
      `'${property}' holds what is no PullSecret: got ${shown(value)}, write PullSecret.fromLogins({ … }), ` +
        "or PullSecret.existing('regcred') for a Secret that is there",
    );
  }
  return values;
}

/** An output of Pulumi seems to have every property, each an output itself. */
function isNamed({ name }: { readonly name: string }): boolean {
  return typeof name === 'string';
}

/**
 * Bindings, as TypeScript would have them.
 *
 * @param shown says what a value of the wrong kind is
 * @throws RegcredError `plan-list`, `service-account-name`
 */
export function requireBindings(
  values: readonly ServiceAccountBinding[],
  shown = kindOf,
): readonly ServiceAccountBinding[] {
  for (const value of requireList(
    values,
    'plan-list',
    "'serviceAccounts'",
    'one such as [ServiceAccountBinding.patchDefault()]',
  )) {
    if (value?._props !== undefined && isNamed(value)) continue;
    throw new RegcredError(
      'service-account-name',
      `'serviceAccounts' holds what is no ServiceAccountBinding: got ${shown(value)}, write ServiceAccountBinding.patchDefault() ` +
        "or ServiceAccountBinding.create({ name: 'api' })",
    );
  }
  return values;
}

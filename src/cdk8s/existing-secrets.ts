import type { IConstruct } from 'constructs';
import type { ExistingSecret } from '../check';
import type { NamespacePlan } from '../plan';
import { perApp } from './per-app';

/** The pull secrets that an app refers to and that something else makes, for the check to count on. */
export const existingSecretsOf = perApp((): ExistingSecret[] => []);

/** Notes the pull secrets of a namespace that no document of ours makes. */
export function countOnExistingSecrets(scope: IConstruct, { namespace, pullSecrets }: NamespacePlan): void {
  for (const { name, made, covers } of pullSecrets) {
    if (!made) existingSecretsOf(scope).push({ name, namespace, ...(covers.length > 0 && { covers }) });
  }
}

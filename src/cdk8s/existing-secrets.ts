import type { ExistingSecret } from '../check';
import { perApp } from './per-app';

/** The pull secrets that an app refers to and that something else makes, for the check to count on. */
export const existingSecretsOf = perApp((): ExistingSecret[] => []);

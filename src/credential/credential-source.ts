import type { Environment } from './environment';
import type { Password } from './password';

/** Where a user name comes from. */
export type UsernameSource = { readonly variable: string } | { readonly username: string };

/** Where a password comes from. */
export type PasswordSource = { readonly variable: string } | { readonly password: Password };

/** A variable without a value, and why. */
export interface MissingVariable {
  readonly name: string;
  readonly fault: 'is not set' | 'is empty';
}

/** A variable that is set to nothing is as good as none: it is what a pipeline makes of a secret that it does not have. */
export function missingVariable(source: UsernameSource | PasswordSource, environment: Environment): MissingVariable[] {
  if (!('variable' in source)) return [];
  const name = source.variable;
  const value = environment[name];
  if (value === undefined) return [{ name, fault: 'is not set' }];
  return value === '' ? [{ name, fault: 'is empty' }] : [];
}

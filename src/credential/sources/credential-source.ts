import type { Password } from '../password';
import type { Surroundings } from '../surroundings';

/** A login with its values. */
export interface ResolvedCredentials {
  /** User name, checked. */
  readonly username: string;
  /** Password, checked. */
  readonly password: Password;
}

/** A variable without a value, and why. */
export interface MissingVariable {
  readonly name: string;
  readonly fault: 'is not set' | 'is empty';
}

/** Where a login comes from. */
export interface CredentialSource {
  /** For messages; never a password. */
  readonly description: string;
  /** The variables that have to be set first. */
  missing(surroundings: Surroundings): MissingVariable[];
  /** The values, where nothing is missing. */
  resolve(surroundings: Surroundings): ResolvedCredentials;
}

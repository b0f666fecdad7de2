import type { ImagePattern } from './image-pattern';

/** What a pod must be, rule by rule; a rule that is not set does not hold. */
export interface PolicyRules {
  readonly allowed?: readonly ImagePattern[];
  readonly refuseLatest: boolean;
  readonly requireDigest: boolean;
  /** Names of which a pod lists at least one. */
  readonly pullSecrets?: readonly string[];
  /** Names of the service accounts that pods may run as. */
  readonly serviceAccounts?: readonly string[];
}

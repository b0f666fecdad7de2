import { RegcredError } from '../error';

/** How short and how long a token may live, in seconds. */
export interface ExpirationRange {
  readonly min: number;
  readonly max: number;
}

/** The webhook raises anything shorter to ten minutes. @see https://github.com/aws/amazon-eks-pod-identity-webhook#readme */
export const IRSA_EXPIRATION: ExpirationRange = { min: 600, max: 86_400 };
/** @see https://azure.github.io/azure-workload-identity/docs/topics/service-account-labels-and-annotations.html */
export const AZURE_EXPIRATION: ExpirationRange = { min: 3_600, max: 86_400 };

/** Seconds that a token lives, as an annotation holds them. */
export function parseTokenExpiration(seconds: number, { min, max }: ExpirationRange): string {
  if (Number.isInteger(seconds) && seconds >= min && seconds <= max) return String(seconds);
  throw new RegcredError(
    'identity-token-expiration',
    `token expiration must be a whole number of seconds from ${min} to ${max}: got ${seconds}`,
  );
}

import { requireOneOf } from '../../error';
import type { ProviderTokenOptions } from './provider-entry';
import { ServiceAccountTokens } from './token-use';

/** Tokens for the pods whose ServiceAccount has the annotations; none where they are off. */
export function annotationTokens(
  use: ServiceAccountTokens,
  audience: string,
  annotations: string[],
): ProviderTokenOptions | undefined {
  requireOneOf(use, 'tokens', ServiceAccountTokens);
  if (use === ServiceAccountTokens.OFF) return undefined;
  return use === ServiceAccountTokens.REQUIRED
    ? { audience, requiredAnnotations: annotations }
    : { audience, optionalAnnotations: annotations };
}

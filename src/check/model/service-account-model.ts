import type { ManifestObject } from '../../manifest';
import { mappingIn, namesIn } from '../../manifest';
import { type IdentityAnnotation, identityAnnotationsIn } from './account-identity';
import type { ObjectRef } from './object-ref';

/** A ServiceAccount as admission will read it. */
export interface ServiceAccountModel {
  readonly ref: ObjectRef;
  /** The names in `imagePullSecrets`, in order; empty where an entry has none. */
  readonly pullSecrets: readonly string[];
  /** The names in `secrets`, which nothing pulls with. */
  readonly secrets: readonly string[];
  /** Whether pods may only name Secrets that the account lists. */
  readonly enforcesItsList: boolean;
  /** Its annotations that say who a cloud takes it for. */
  readonly identity: readonly IdentityAnnotation[];
  /** Which of all objects it was, from 0. */
  readonly order: number;
}

const ENFORCE_ANNOTATION = 'kubernetes.io/enforce-mountable-secrets';

export function readServiceAccount(object: ManifestObject, ref: ObjectRef, order: number): ServiceAccountModel {
  const annotations = mappingIn(mappingIn(object.metadata).annotations);
  return {
    ref,
    pullSecrets: namesIn(object.imagePullSecrets),
    secrets: namesIn(object.secrets),
    enforcesItsList: annotations[ENFORCE_ANNOTATION] === 'true',
    identity: identityAnnotationsIn(annotations, ref),
    order,
  };
}

/** The account that two manifests of it come to: its list is atomic, so the last one that has it replaces it; annotations add up. */
export function mergeAccounts(
  first: ServiceAccountModel,
  last: ServiceAccountModel,
  lastHasList: boolean,
): ServiceAccountModel {
  const replaced = new Set(last.identity.map(({ name }) => name));
  const identity = [...first.identity.filter(({ name }) => !replaced.has(name)), ...last.identity];
  return { ...(lastHasList ? last : first), identity };
}

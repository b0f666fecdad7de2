/** Where an object has its list of pull secrets. */
export const PULL_SECRET_LISTS = { Pod: ['spec', 'imagePullSecrets'], ServiceAccount: ['imagePullSecrets'] } as const;

/** What has a list of pull secrets. */
export type Bound = keyof typeof PULL_SECRET_LISTS;

/** Pull secrets that are added to objects of a kind as they are made. */
export interface Addition {
  readonly kind: Bound;
  readonly secrets: readonly string[];
  /** Names of the objects; none for any. */
  readonly names?: unknown;
  /** Names of the namespaces; none for any. */
  readonly namespaces?: unknown;
  /** Of the namespaces; none for every namespace. */
  readonly selector: unknown;
  /** Whether there are conditions that nobody works out here: they are believed to hold. */
  readonly believed: boolean;
}

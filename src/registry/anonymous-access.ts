/** Whether a registry gives images to a client that brings no credential. */
export enum AnonymousAccess {
  /** Every image of the host is public. */
  ALWAYS = 'always',
  /** The registry holds public and private repositories; only its owner knows which is which. */
  POSSIBLE = 'possible',
  /** Each pull needs a credential. */
  NEVER = 'never',
}

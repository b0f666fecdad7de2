/**
 * On an object that makes a Secret in the cluster: the server keys that the Secret will hold, with commas between them, as in
 * `ghcr.io/acme/, quay.io`. What is not said cannot be checked.
 */
export const COVERS_ANNOTATION = 'regcred.dev/covers';

/** Marks a Secret whose data is a credential in clear, so that reviewers and scanners of synthesised output see it. */
export const PLAINTEXT_CREDENTIAL_ANNOTATION = 'regcred.dev/plaintext-credential';

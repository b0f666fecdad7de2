/**
 * On an object that makes a Secret in the cluster: the server keys that the Secret will hold, with commas between them, as in
 * `ghcr.io/acme/, quay.io`. What is not said cannot be checked.
 */
export const COVERS_ANNOTATION = 'regcred.dev/covers';

/** On a Secret that holds a password in clear on purpose, with the reason as its value: the check then reports it as information. */
export const PLAINTEXT_ANNOTATION = 'regcred.dev/plaintext';

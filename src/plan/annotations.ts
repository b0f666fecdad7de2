/** Marks a Secret whose data is a credential in clear, so that reviewers and scanners of synthesised output see it. */
export const PLAINTEXT_CREDENTIAL_ANNOTATION = 'regcred.dev/plaintext-credential';

/** What a registry knows of a login's credentials: how to speak of them, never what they are. */
export interface ICredentials {
  /** Where they come from, for messages: `the environment variables GHCR_USERNAME and GHCR_PASSWORD`. Never a secret. */
  readonly description: string;
}

import { RegcredError, requireString } from '../../error';
import { quoted } from '../../image';

const MAX_PROJECT = 100;
/** Six to thirty characters, after the domain for an old domain-scoped project (`example.com:app-prod`). */
const PROJECT_ID = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?:)?[a-z][a-z0-9-]{4,28}[a-z0-9]$/;

/** The id of a Google Cloud project, or an error that says what to write instead. */
export function parseGcpProjectId(text: string): string {
  requireString(text, 'identity-gcp-project', 'project id', "one such as 'acme-prod'");
  if (text.length <= MAX_PROJECT && PROJECT_ID.test(text)) return text;
  const number = /^\d+$/.test(text) ? ' (a number: write the id)' : '';
  throw new RegcredError(
    'identity-gcp-project',
    `project id must be 6 to 30 lower-case letters, digits and '-', and begin with a letter: got ${quoted(text)}${number}`,
  );
}

/** The identity pool that GKE makes for a project: the first half of every member. */
export function workloadIdentityPool(projectId: string): string {
  return `${projectId}.svc.id.goog`;
}

import { RegcredError, requireString } from '../../error';
import { quoted } from '../../image';

const MAX_EMAIL = 160;
const EXAMPLE = "'NAME@PROJECT_ID.iam.gserviceaccount.com'";
/** What users create, and the two accounts that Google creates in a project. */
const EMAIL =
  /^(?:[a-z][a-z0-9-]{4,28}[a-z0-9]@[a-z0-9.-]+\.iam\.gserviceaccount\.com|\d+-compute@developer\.gserviceaccount\.com|[a-z0-9.-]+@appspot\.gserviceaccount\.com)$/;

/** The email of a Google service account, or an error that says what to write instead. */
export function parseGcpServiceAccountEmail(text: string): string {
  requireString(text, 'identity-gcp-service-account', 'service account email', EXAMPLE);
  if (text.length <= MAX_EMAIL && EMAIL.test(text)) return text;
  throw new RegcredError(
    'identity-gcp-service-account',
    `service account email is malformed: got ${quoted(text)}, write ${EXAMPLE} with a NAME of 6 to 30 ` +
      "lower-case letters, digits and '-'",
  );
}

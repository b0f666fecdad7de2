import { RegcredError, requireString } from '../../error';
import { quoted } from '../../image';
import { shellLine } from '../shell-word';

const PROJECT_NUMBER = /^[1-9]\d{0,18}$/;

/** The number of a Google Cloud project, or an error that says where to find it. */
export function parseGcpProjectNumber(text: string): string {
  requireString(text, 'identity-gcp-project-number', 'project number', "it in quotes, such as '123456789012'");
  if (text.length <= 19 && PROJECT_NUMBER.test(text)) return text;
  const project = /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/.test(text.slice(0, 31)) ? text : 'PROJECT_ID';
  throw new RegcredError(
    'identity-gcp-project-number',
    `project number must be digits: got ${quoted(text)}, find it with ` +
      shellLine('gcloud projects describe', [project, '--format=value(projectNumber)']),
  );
}

import { RegcredError, requireString } from '../../error';
import { quoted } from '../../image';

/** Managed identities, applications and resource groups: what their names may hold together, safe in a shell. */
const NAME = /^[\w.()-]{1,128}$/;

/** The name of an Azure resource, or an error that says what it may hold. */
export function parseAzureName(text: string, what: string): string {
  requireString(text, 'identity-azure-name', what, 'the name that Azure lists');
  if (text.length <= 128 && NAME.test(text)) return text;
  throw new RegcredError(
    'identity-azure-name',
    `${what} must be 1 to 128 letters, digits, '-', '_', '.' and brackets: got ${quoted(text)}`,
  );
}

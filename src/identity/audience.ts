import { RegcredError, requireString } from '../error';
import { quoted } from '../image';

/** AWS STS, of `AssumeRoleWithWebIdentity`. The same in every partition. */
export const AWS_STS_AUDIENCE = 'sts.amazonaws.com';
/** Microsoft Entra, of the exchange for a federated identity. */
export const AZURE_AUDIENCE = 'api://AzureADTokenExchange';
/** AKS identity bindings. */
export const AKS_IDENTITY_BINDING_AUDIENCE = 'api://AKSIdentityBinding';

const MAX_AUDIENCE = 255;
const AUDIENCE = /^[\x21-\x7e]+$/;

/** Whom a ServiceAccount token is for; an error where it is empty or no single word. */
export function parseAudience(text: string): string {
  requireString(text, 'identity-audience', 'audience', `one such as '${AWS_STS_AUDIENCE}'`);
  if (text.length <= MAX_AUDIENCE && AUDIENCE.test(text)) return text;
  throw new RegcredError(
    'identity-audience',
    `audience must be 1 to ${MAX_AUDIENCE} visible ASCII characters without spaces: got ${quoted(text)}, ` +
      `write what the cloud expects, such as '${AWS_STS_AUDIENCE}' or '${AZURE_AUDIENCE}'`,
  );
}

import { RegcredError, requireString } from '../../error';
import { quoted } from '../../image';

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const NIL = '00000000-0000-0000-0000-000000000000';
/** What may be a mistyped GUID; a client secret has other characters and is not shown. */
const HARMLESS = /^[\w{}:-]{0,38}$/;

/** A GUID in lower case, or an error that says what to write instead; `what` names it in the message. */
export function parseGuid(text: string, what: string): string {
  requireString(text, 'identity-guid', what, "it as '11111111-2222-3333-4444-555555555555'");
  const guid = text.slice(0, 64).toLowerCase();
  if (!GUID.test(guid)) {
    const bare = guid.replace(/^\{|\}$|^urn:uuid:/g, '');
    const advice = GUID.test(bare) ? `write '${bare}'` : "write it as '11111111-2222-3333-4444-555555555555'";
    throw malformed(
      what,
      `it is no GUID: got ${HARMLESS.test(text) ? quoted(text) : `${text.length} characters`}, ${advice}`,
    );
  }
  if (guid === NIL)
    throw malformed(
      what,
      `it is all zeros, which is the username of an ACR token login and nobody's id: got '${guid}'`,
    );
  return guid;
}

function malformed(what: string, why: string): RegcredError {
  return new RegcredError('identity-guid', `${what} is malformed, ${why}`);
}

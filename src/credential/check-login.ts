import { RegcredError, requireString } from '../error';

const CONTROL = /[\p{Cc}\p{Cs}]/u;
// a key file of Google has line ends inside
const CONTROL_BUT_LINES = /[^\P{Cc}\t\n\r]|\p{Cs}/u;
const LINE_END = /[\r\n]$/;
const BLANK_AT_END = /^\s|\s$/;
const UNSET = 'its value, and look whether the variable that it is read from is set';
const ADVICE = "write it with `printf '%s'` instead of `echo`, or cut it with `.trimEnd()`";

/**
 * A user name that a registry could get as it is, or an error.
 *
 * @param origin what the message calls it, such as `username` or `GHCR_USERNAME`
 * @param advice what to do against a newline at its end
 * @throws RegcredError with the code `credential-username`
 */
export function checkUsername(username: string, origin: string, advice = ADVICE): string {
  requireString(username, 'credential-username', origin, UNSET);
  if (username === '')
    throw usernameError(`${origin} is empty: write the user name, or the one that the registry has for tokens`);
  const colon = username.indexOf(':');
  // what follows may be a password
  if (colon >= 0) {
    throw usernameError(
      `${origin} holds a ':', which ends the user name when it is sent: got '${shown(username.slice(0, colon))}:…', write only what stands before it`,
    );
  }
  if (LINE_END.test(username)) throw usernameError(`${origin} ends in a newline: ${advice}`);
  if (CONTROL.test(username)) throw usernameError(`${origin} holds a control character: got '${shown(username)}'`);
  if (BLANK_AT_END.test(username)) {
    throw usernameError(
      `${origin} starts or ends with a blank: got '${shown(username)}', write '${shown(username.trim())}'`,
    );
  }
  return username;
}

/**
 * A password that a registry could get as it is, or an error that does not show it.
 *
 * @param origin what the message calls it, such as `password` or `GHCR_PASSWORD`
 * @param advice what to do against a newline at its end
 * @throws RegcredError with the code `credential-password`
 */
export function checkPassword(password: string, origin: string, advice = ADVICE): string {
  requireString(password, 'credential-password', origin, UNSET);
  if (password === '')
    throw passwordError(
      `${origin} is empty: a registry would refuse it, and the kubelet would not try a public image without it either`,
    );
  if (CONTROL_BUT_LINES.test(password))
    throw passwordError(`${origin} holds a control character, which no password or token has`);
  switch (paddingOf(password)) {
    case 'newline':
      throw passwordError(`${origin} ends in a newline, which would be sent as a part of it: ${advice}`);
    case 'blank':
      throw passwordError(
        `${origin} starts or ends with a blank, which would be sent as a part of it: cut it with \`.trim()\``,
      );
    default:
      return password;
  }
}

/** What stands around a password and would be sent as a part of it, if anything does. */
export function paddingOf(password: string): 'newline' | 'blank' | undefined {
  // a registry that takes a JSON document for a password parses it: blanks around it are no part of it
  if (isJsonDocument(password)) return undefined;
  if (LINE_END.test(password)) return 'newline';
  return BLANK_AT_END.test(password) ? 'blank' : undefined;
}

/** Whether a password is a JSON document, as the key file of a Google service account is one. */
function isJsonDocument(password: string): boolean {
  const text = password.trim();
  return text.startsWith('{') && text.endsWith('}');
}

function shown(username: string): string {
  return username.slice(0, 100).replace(/\p{C}/gu, '�');
}

function usernameError(message: string): RegcredError {
  return new RegcredError('credential-username', message);
}

function passwordError(message: string): RegcredError {
  return new RegcredError('credential-password', message);
}

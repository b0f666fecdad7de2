const MAX_LENGTH = 200;

/** A server key as an error shows it: without the login that it may hold, without control characters, and not too long. */
export function shownServerKey(serverKey: string): string {
  const withoutLogin = serverKey
    .replace(/^((?:https?:\/\/)?)[^/?#]*@/, '$1***@')
    .replace(/[?#].*$/s, (query) => `${query.charAt(0)}…`);
  const text = withoutLogin.replace(/\p{C}/gu, '�');
  return text.length > MAX_LENGTH ? `'${text.slice(0, MAX_LENGTH)}…'` : `'${text}'`;
}

import { loginEnd, quoted } from '../image';

const QUERY = /[?#]/;

/**
 * A server key as an error shows it: without a login, and without a query, which may hold a token; with both, nobody can tell
 * where the password ends.
 */
export function shownServerKey(text: string): string {
  const query = text.search(QUERY);
  if (query < 0) return quoted(text);
  return loginEnd(text) < 0 ? quoted(`${text.slice(0, query + 1)}…`) : 'one that is not shown';
}

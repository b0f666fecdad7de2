import { CATALOGUE, recordOf } from './catalogue';

/**
 * What goes with a username on a host: a token that soon dies, in words that stand after "holds"; nothing where it may be anything. A host
 * that the catalogue does not know may be one's own name for any vendor's registry.
 */
export function shortLivedToken(host: string, username: string): string | undefined {
  const record = recordOf(host);
  return (record === undefined ? CATALOGUE : [record])
    .flatMap(({ lifetime: { token } }) => token ?? [])
    .find(({ username: pattern }) => pattern.test(username))?.text;
}

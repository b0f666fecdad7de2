import { createHash } from 'node:crypto';
import { compareAsGo, goJson } from './go-json';

/** What the hash of a Secret is made of. */
export interface HashedSecret {
  readonly name: string;
  readonly type: string;
  /** Values in base64, as in the manifest. */
  readonly data: Readonly<Record<string, string>>;
  /** @default - not written, which hashes differently from `false` */
  readonly immutable?: boolean;
}

const HASH_DIGITS = 10;
// no vowels and no digits that look like some, so that no hash is a word
const SAFE_DIGITS: Readonly<Record<string, string>> = { 0: 'g', 1: 'h', 3: 'k', a: 'm', e: 't' };

/**
 * The name that `kubectl create secret … --append-hash` and kustomize give to a Secret: with a hash of all that is in it.
 *
 * @see https://github.com/kubernetes/kubectl/blob/master/pkg/util/hash/hash.go
 */
export function appendHash(secret: HashedSecret): string {
  const data = new Map(Object.entries(secret.data).sort(([a], [b]) => compareAsGo(a, b)));
  const text = goJson({
    data,
    ...(secret.immutable === undefined ? {} : { immutable: secret.immutable }),
    kind: 'Secret',
    name: secret.name,
    type: secret.type,
  });
  const digest = createHash('sha256').update(text).digest('hex').slice(0, HASH_DIGITS);
  return `${secret.name}-${digest.replace(/[013ae]/g, (digit) => SAFE_DIGITS[digit] ?? digit)}`;
}

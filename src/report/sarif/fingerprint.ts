import { createHash } from 'node:crypto';
import type { Finding } from '../../check';

/**
 * What stays the same of a finding while lines move: the rule, the object and the path. Equal findings are
 * numbered in their order, so that no two have one fingerprint.
 */
export class Fingerprints {
  readonly #seen = new Map<string, number>();

  public of({ rule, namespace, kind, name, path }: Finding): string {
    const identity = JSON.stringify([rule, namespace, kind, name, path]);
    const nth = (this.#seen.get(identity) ?? 0) + 1;
    this.#seen.set(identity, nth);
    return `${createHash('sha256').update(identity).digest('hex').slice(0, 32)}:${nth}`;
  }
}

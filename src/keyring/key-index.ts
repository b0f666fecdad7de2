import type { ByteString, DockerConfig } from '../credential';
import { DOCKER_HUB_KEY } from './docker-hub';
import { KeyPattern, type Place } from './key-pattern';
import { KeyringMatch } from './keyring-match';
import { normalizeServerKey } from './normalize-key';

/** A normalised key, the logins under it in the order of the configs, and its rank in the order of trying. */
interface IndexedKey {
  readonly rank: number;
  readonly pattern: KeyPattern;
  readonly logins: readonly KeyringMatch[];
}

/** Keys by host, so that a lookup meets those of its own host and those with a wildcard, parsed once. */
export class KeyIndex {
  public static of(configs: readonly DockerConfig[]): KeyIndex {
    const logins = new Map<ByteString, KeyringMatch[]>();
    for (const [index, config] of configs.entries()) {
      for (const entry of config.entries) {
        const key = normalizeServerKey(entry.serverKey);
        if (key === undefined) continue;
        const others = logins.get(key);
        const match = KeyringMatch._of(index, entry);
        if (others === undefined) logins.set(key, [match]);
        else others.push(match);
      }
    }
    return new KeyIndex(logins);
  }

  readonly #logins: ReadonlyMap<ByteString, readonly KeyringMatch[]>;
  readonly #byHost = new Map<string, IndexedKey[]>();
  readonly #wildcards: IndexedKey[] = [];

  private constructor(logins: ReadonlyMap<ByteString, readonly KeyringMatch[]>) {
    this.#logins = logins;
    // byte strings: the default order is Go's
    const keys = [...logins.keys()].sort().reverse();
    for (const [rank, key] of keys.entries()) this.#add(rank, key);
  }

  /** The logins whose key matches a place, in the order of trying. */
  public matching(target: Place): KeyringMatch[] {
    return [...(this.#byHost.get(target.host) ?? []), ...this.#wildcards]
      .filter(({ pattern }) => pattern.matches(target))
      .sort((a, b) => a.rank - b.rank)
      .flatMap(({ logins }) => logins);
  }

  /** The logins of Docker Hub's own key. */
  public dockerHub(): KeyringMatch[] {
    return [...(this.#logins.get(DOCKER_HUB_KEY) ?? [])];
  }

  #add(rank: number, key: ByteString): void {
    const pattern = KeyPattern.parse(key);
    if (pattern === undefined) return;
    const indexed = { rank, pattern, logins: this.#logins.get(key) ?? [] };
    if (!pattern.isLiteral) {
      this.#wildcards.push(indexed);
      return;
    }
    const { host } = pattern.place;
    const others = this.#byHost.get(host);
    if (others === undefined) this.#byHost.set(host, [indexed]);
    else others.push(indexed);
  }
}

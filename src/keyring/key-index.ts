import type { ByteString } from '../credential';
import { DOCKER_HUB_KEY } from './docker-hub';
import type { FiledLogin } from './filed-login';
import type { KeyPattern, Place } from './key-pattern';
import type { KeyringMatch } from './keyring-match';

/** A normalised key, the logins under it in the order of the configs, and its rank in the order of trying. */
interface IndexedKey {
  readonly rank: number;
  readonly pattern: KeyPattern;
  readonly logins: readonly KeyringMatch[];
}

/** Keys by host, so that a lookup meets those of its own host and those with a wildcard, parsed once. */
export class KeyIndex {
  readonly #byHost = new Map<string, IndexedKey[]>();
  readonly #wildcards: IndexedKey[] = [];
  readonly #dockerHub: readonly KeyringMatch[];

  public constructor(filed: readonly FiledLogin[]) {
    const byKey = groupByKey(filed);
    this.#dockerHub = (byKey.get(DOCKER_HUB_KEY) ?? []).map(({ login }) => login);
    // the keys are byte strings: JavaScript's order is Go's
    for (const [rank, key] of sortedKeys(byKey).entries()) this.#add(rank, byKey.get(key) ?? []);
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
    return [...this.#dockerHub];
  }

  #add(rank: number, filed: readonly FiledLogin[]): void {
    const pattern = filed[0]?.pattern;
    if (pattern === undefined) return;
    const indexed = { rank, pattern, logins: filed.map(({ login }) => login) };
    if (!pattern.isLiteral) this.#wildcards.push(indexed);
    else push(this.#byHost, pattern.place.host, indexed);
  }
}

function sortedKeys(byKey: ReadonlyMap<ByteString, unknown>): ByteString[] {
  return [...byKey.keys()].sort().reverse();
}

function groupByKey(filed: readonly FiledLogin[]): Map<ByteString, FiledLogin[]> {
  const groups = new Map<ByteString, FiledLogin[]>();
  for (const login of filed) {
    if (login.key !== undefined) push(groups, login.key, login);
  }
  return groups;
}

function push<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}

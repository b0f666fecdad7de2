import type { DockerConfigEntry } from '../credential';

/** A login that the kubelet would try for an image. */
export class KeyringMatch {
  /** @internal */
  public static _of(configIndex: number, entry: DockerConfigEntry): KeyringMatch {
    return new KeyringMatch(configIndex, entry);
  }

  /** Which of the keyring's configs it comes from, counted from 0. */
  public readonly configIndex: number;
  /** Key of the entry, as written. */
  public readonly serverKey: string;
  /** User name; empty where the entry has none. */
  public readonly username: string;
  readonly #entry: DockerConfigEntry;

  private constructor(configIndex: number, entry: DockerConfigEntry) {
    this.configIndex = configIndex;
    this.serverKey = entry.serverKey;
    this.username = entry.username;
    this.#entry = entry;
  }

  /** The password itself; nothing else shows it. */
  public revealPassword(): string {
    return this.#entry.revealPassword();
  }
}

import type { Password } from './password';

/** One login of a docker config, as the kubelet understands it. */
export class DockerConfigEntry {
  /** @internal */
  public static _of(serverKey: string, username: string, password: Password, email: string): DockerConfigEntry {
    return new DockerConfigEntry(serverKey, username, password, email);
  }

  /** Key under `auths`, as written. */
  public readonly serverKey: string;
  /** User name; empty where the entry has none, and the kubelet then logs in with an empty one. */
  public readonly username: string;
  /** E-mail address; empty where the entry has none. */
  public readonly email: string;
  readonly #password: Password;

  private constructor(serverKey: string, username: string, password: Password, email: string) {
    this.serverKey = serverKey;
    this.username = username;
    this.email = email;
    this.#password = password;
  }

  /** Whether there is a password. */
  public get hasPassword(): boolean {
    return !this.#password.isEmpty;
  }

  /** The password itself; nothing else shows it. */
  public revealPassword(): string {
    return this.#password.reveal();
  }
}

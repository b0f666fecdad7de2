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
  /** Password; empty where the entry has none. */
  public readonly password: Password;
  /** E-mail address; empty where the entry has none. */
  public readonly email: string;

  private constructor(serverKey: string, username: string, password: Password, email: string) {
    this.serverKey = serverKey;
    this.username = username;
    this.password = password;
    this.email = email;
  }

  /** Whether there is a password. */
  public get hasPassword(): boolean {
    return !this.password.isEmpty;
  }

  /** The password itself. */
  public revealPassword(): string {
    return this.password.reveal();
  }
}

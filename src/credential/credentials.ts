import { requireOptions } from '../error';
import type { ICredentials } from '../registry';
import type { CredentialSource } from './sources/credential-source';
import { type DockerConfigCredentials, dockerConfigLogin } from './sources/docker-config';
import { type EnvironmentCredentials, environmentVariables } from './sources/environment';
import { type FileCredentials, files } from './sources/file';
import { type PlainTextCredentials, plainText } from './sources/plain-text';

/** Who logs in to a registry: where the user name and the password come from, not what they are. */
export class Credentials implements ICredentials {
  /**
   * Credentials that are read from the environment, when the Secret is made and not before.
   *
   * @throws RegcredError with the code `credential-variable` where it is not clear which variables are meant
   */
  public static fromEnvironment(options: EnvironmentCredentials): Credentials {
    requireOptions(options, "Credentials.fromEnvironment({ prefix: 'GHCR' })");
    return new Credentials(environmentVariables(options));
  }

  /**
   * Credentials in files, as pipelines mount them; they are read when the Secret is made.
   *
   * A newline at the end of a file is an error that says so, and is cut off only where asked for: nobody can tell whether it belongs to the password.
   *
   * @throws RegcredError with the code `credential-file` where it is not clear which files are meant, and when a Secret is made where one is not there
   */
  public static fromFile(options: FileCredentials): Credentials {
    requireOptions(options, 'Credentials.fromFile({ usernameFile, passwordFile })');
    return new Credentials(files(options));
  }

  /**
   * Credentials that `docker login` or `podman login` has kept on this machine; they are read when the Secret is made.
   *
   * @throws RegcredError when a Secret is made: with the code `credential-docker-config` where the login is not in the file or is none that a
   * cluster can use, `credential-helper` where a credential helper has none
   */
  public static fromDockerConfig(options: DockerConfigCredentials): Credentials {
    requireOptions(options, "Credentials.fromDockerConfig({ server: 'ghcr.io' })");
    return new Credentials(dockerConfigLogin(options));
  }

  /**
   * Credentials that stand in the source code, where everyone who reads it can take them: for demonstrations, and for values that
   * the program has fetched itself.
   *
   * @throws RegcredError with the code `credential-username` or `credential-password` where the registry could not get them as they are
   */
  public static unsafePlainText(login: PlainTextCredentials): Credentials {
    requireOptions(login, 'Credentials.unsafePlainText({ username, password })');
    return new Credentials(plainText(login));
  }

  readonly #source: CredentialSource;

  private constructor(source: CredentialSource) {
    this.#source = source;
  }

  /** Where they come from, for messages. Never a password. */
  public get description(): string {
    return this.#source.description;
  }

  /** The description. */
  public toString(): string {
    return this.description;
  }

  /** @internal */
  public get _source(): CredentialSource {
    return this.#source;
  }
}

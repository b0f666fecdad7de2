import { RegcredError, requireList, requireString } from '../error';
import { compareAsGo, type GoJsonSource, goJson } from '../kubernetes';
import { shownServerKey } from '../registry';
import { encodeAuth } from './auth-field';
import { type ByteString, toBytes } from './byte-string';
import { type DockerConfigEntries, decodeDockerCfg, decodeDockerConfigJson } from './decode-docker-config';
import { DockerConfigEntry } from './docker-config-entry';
import { EntryError } from './entry-error';
import { decodeBase64 } from './go-base64';
import { GoError } from './go-error';
import { Password } from './password';

/** A login as `kubectl create secret docker-registry` takes it. */
export interface DockerConfigLogin {
  /** Key of the entry, such as `ghcr.io` or `https://index.docker.io/v1/`. */
  readonly server: string;
  /** User name. */
  readonly username: string;
  /** Password, in plain text. */
  readonly password: string;
  /** E-mail address; written only when it is not empty. @default - none */
  readonly email?: string;
}

/**
 * The content of a pull secret: logins by server key. It reads what the kubelet reads and writes what kubectl writes, and judges
 * nothing: `Registry.login` and `Credentials` do.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/secret/#docker-config-secrets
 */
export class DockerConfig {
  /**
   * A config of these logins, for any strings.
   *
   * @throws RegcredError with the code `docker-config-duplicate-key` where two logins have one server key, which holds only one
   */
  public static fromLogins(logins: DockerConfigLogin[]): DockerConfig {
    const entries = new Map<string, DockerConfigEntry>();
    const listed = requireList(
      logins,
      'docker-config-malformed',
      'logins of a docker config',
      '[{ server, username, password }]',
    );
    for (const { server, username, password, email } of listed) {
      requireString(server, 'registry-server-key', 'server of a login', "a key such as 'ghcr.io'");
      requireString(username, 'credential-username', 'username of a login', 'the name that logs in');
      requireString(password, 'credential-password', 'password of a login', 'its value');
      if (entries.has(server)) {
        throw new RegcredError(
          'docker-config-duplicate-key',
          `two logins have one server key, and a docker config holds one of them: got ${shownServerKey(server)} twice, put the other into a Secret of its own`,
        );
      }
      entries.set(server, DockerConfigEntry._of(server, username, new Password(password), email ?? ''));
    }
    return new DockerConfig(entries);
  }

  /**
   * Reads the content of a Secret of type `kubernetes.io/dockerconfigjson` as the kubelet does.
   *
   * @throws RegcredError with the code `docker-config-malformed` and the kubelet's own words, where every pull of the pod would fail
   */
  public static parse(text: string): DockerConfig {
    return DockerConfig.read(text, (json) => decodeDockerConfigJson(toBytes(json)));
  }

  /**
   * Reads the content of a Secret of the old type `kubernetes.io/dockercfg`: the same map without `auths` around it.
   *
   * @throws RegcredError as `parse` does
   */
  public static parseLegacy(text: string): DockerConfig {
    return DockerConfig.read(text, (json) => decodeDockerCfg(toBytes(json)));
  }

  /**
   * Reads `.dockerconfigjson` as it stands in the `data` of a Secret: in base64, and so perhaps no text at all.
   *
   * @throws RegcredError as `parse` does
   */
  public static parseBase64(data: string): DockerConfig {
    return DockerConfig.read(data, (base64) => decodeDockerConfigJson(decodeData(base64)));
  }

  /**
   * Reads `.dockercfg` as it stands in the `data` of a Secret.
   *
   * @throws RegcredError as `parse` does
   */
  public static parseLegacyBase64(data: string): DockerConfig {
    return DockerConfig.read(data, (base64) => decodeDockerCfg(decodeData(base64)));
  }

  private static read(text: string, decode: (text: string) => DockerConfigEntries): DockerConfig {
    requireString(text, 'docker-config-malformed', 'docker config', 'the content of a pull secret');
    try {
      return new DockerConfig(decode(text));
    } catch (error) {
      throw error instanceof GoError ? malformed(error) : error;
    }
  }

  readonly #entries: DockerConfigEntries;

  private constructor(entries: DockerConfigEntries) {
    this.#entries = entries;
  }

  /** The logins, in the order of the document. The kubelet does not go by it: it reads them into an unordered map. */
  public get entries(): DockerConfigEntry[] {
    return [...this.#entries.values()];
  }

  /** The JSON text, byte for byte as kubectl writes it: compact, keys sorted, `username`, `password`, `email` and `auth` of each. */
  public toJson(): string {
    const sorted = [...this.#entries].sort(([a], [b]) => compareAsGo(a, b));
    return goJson({ auths: new Map(sorted.map(([key, entry]) => [key, toJsonEntry(entry)])) });
  }

  /** The JSON text in base64, as the `data` of a Secret holds it. */
  public toBase64(): string {
    return Buffer.from(this.toJson()).toString('base64');
  }
}

function toJsonEntry(entry: DockerConfigEntry): GoJsonSource {
  const password = entry.revealPassword();
  return {
    ...(entry.username === '' ? {} : { username: entry.username }),
    ...(password === '' ? {} : { password }),
    ...(entry.email === '' ? {} : { email: entry.email }),
    auth: encodeAuth(entry.username, password),
  };
}

function decodeData(data: string): ByteString {
  return decodeBase64(toBytes(data), 'padded');
}

function malformed(error: GoError): RegcredError {
  const place = error instanceof EntryError ? ` (server key: ${shownServerKey(error.serverKey)})` : '';
  return new RegcredError(
    'docker-config-malformed',
    `the kubelet cannot read this docker config and fails every pull of the pod${place}: ${error.message}`,
  );
}

import { attempt, RegcredError } from '../../error';
import { parseServerKey } from '../../registry';

/** An entry of a client's config, as it stands in the file. */
export type ClientEntry = Readonly<Record<string, unknown>>;

/** An entry, and its key as it is written. */
export interface FoundEntry {
  readonly key: string;
  readonly entry: ClientEntry;
}

const MAX_LENGTH = 1_048_576;

/** The config of a container client: `config.json` of docker, `auth.json` of podman. */
export class ClientConfig {
  /** Reads a file's text. @throws RegcredError `credential-docker-config` where it is no JSON object */
  public static parse(file: string, text: string): ClientConfig {
    if (text.length > MAX_LENGTH) throw malformed(file, `has more than ${MAX_LENGTH} characters`);
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      throw malformed(file, 'is no JSON');
    }
    if (!isObject(json)) throw malformed(file, 'is no JSON object');
    return new ClientConfig(file, json);
  }

  /** For messages. */
  public readonly file: string;
  // out of the sight of JSON and util.inspect: it holds passwords
  readonly #json: Readonly<Record<string, unknown>>;

  private constructor(file: string, json: Readonly<Record<string, unknown>>) {
    this.file = file;
    this.#json = json;
  }

  /** The credential helper that has the login for a server, and the name that it knows the server by. */
  public helperFor(server: string): { readonly name: string; readonly server: string } | undefined {
    const helpers = this.#objectAt('credHelpers');
    for (const key of namesOf(server)) {
      const written = Object.keys(helpers).find((candidate) => canonical(candidate) === key);
      const name = written === undefined ? undefined : helpers[written];
      if (typeof name === 'string' && name !== '') return { name, server: written ?? key };
    }
    const store = this.#json.credsStore;
    if (typeof store !== 'string' || store === '') return undefined;
    return { name: store, server: this.entryFor(server)?.key ?? canonical(server) };
  }

  /** The entry for a server: of the server itself, or of the registry that its path is in. */
  public entryFor(server: string): FoundEntry | undefined {
    const auths = this.#objectAt('auths');
    for (const key of namesOf(server)) {
      const written = Object.keys(auths).find((candidate) => canonical(candidate) === key);
      const entry = written === undefined ? undefined : auths[written];
      if (written !== undefined && isObject(entry)) return { key: written, entry };
    }
    return undefined;
  }

  #objectAt(field: string): Readonly<Record<string, unknown>> {
    const value = this.#json[field];
    return isObject(value) ? value : {};
  }
}

/** The names under which a client may have a login: `ghcr.io/acme/`, then `ghcr.io`. */
function namesOf(server: string): string[] {
  const key = canonical(server);
  if (/^https?:\/\//.test(key)) return [key];
  const parts = key.replace(/\/$/, '').split('/');
  return parts.map((_, i) => canonical(parts.slice(0, parts.length - i).join('/')));
}

/** A server as this library writes it; what no registry can be called stays as it is. */
function canonical(server: string): string {
  return attempt(() => parseServerKey(server)) ?? server;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function malformed(file: string, why: string): RegcredError {
  return new RegcredError(
    'credential-docker-config',
    `docker config '${file}' ${why}: make it again with docker login`,
  );
}

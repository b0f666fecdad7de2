import { homedir } from 'node:os';
import { join } from 'node:path';
import { DockerConfig, type DockerConfigEntry } from '../../credential';
import { RegcredError } from '../../error';
import { normalizeServerKey } from '../../keyring';
import { Registry } from '../../registry';
import type { CliIo } from '../io';
import { readTextFile } from '../read-text';

/** What `docker login` has written. */
export class DockerConfigFile {
  /** Reads a file, or the one that docker itself would use. */
  public static open(named: string | undefined, io: Pick<CliIo, 'cwd' | 'env'>): DockerConfigFile {
    const file = named ?? join(io.env.DOCKER_CONFIG || join(homeOf(io), '.docker'), 'config.json');
    return new DockerConfigFile(file, DockerConfig.parse(readTextFile(file, io)));
  }

  /** As it was named. */
  public readonly file: string;
  readonly #config: DockerConfig;

  private constructor(file: string, config: DockerConfig) {
    this.file = file;
    this.#config = config;
  }

  public get entries(): readonly DockerConfigEntry[] {
    return this.#config.entries;
  }

  /** The login for a server key; docker knows no parts of a registry, so that of the whole one serves. */
  public loginOf(registry: Registry): DockerConfigEntry {
    const keys = [registry.serverKey, Registry.forHost(registry.host).serverKey].map(normalizeServerKey);
    const entry = keys
      .map((key) => this.entries.find(({ serverKey }) => key !== undefined && normalizeServerKey(serverKey) === key))
      .find((found) => found !== undefined);
    if (entry === undefined) throw this.#error(`no login for '${registry.serverKey}'`);
    if (!entry.hasPassword) throw this.#error(noPassword(entry));
    return entry;
  }

  /** What to say of an entry that cannot be used. */
  #error(what: string): RegcredError {
    return new RegcredError(
      'cli-login',
      `${what} in '${this.file}': run docker login, or take it from the environment`,
    );
  }
}

/** Docker leaves an empty entry where a credential store of the desktop has the login. */
export function noPassword({ serverKey }: DockerConfigEntry): string {
  return `no password for '${serverKey}', which may be in a credential store,`;
}

function homeOf({ env }: Pick<CliIo, 'env'>): string {
  return env.HOME || homedir();
}

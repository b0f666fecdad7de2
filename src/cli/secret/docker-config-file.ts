import { homedir } from 'node:os';
import { join } from 'node:path';
import { DockerConfig, type DockerConfigEntry } from '../../credential';
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
}

function homeOf({ env }: Pick<CliIo, 'env'>): string {
  return env.HOME || homedir();
}

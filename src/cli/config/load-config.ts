import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { CONFIG_FILE, type Config, EMPTY_CONFIG, parseConfig } from '../../config';
import type { CliIo } from '../io';
import { readTextFile } from '../read-text';

/**
 * The configuration that is named, or the nearest regcred.yaml from the working folder upwards, or an empty one. The paths in it are
 * relative to its folder.
 */
export function loadConfig(named: string | undefined, io: Pick<CliIo, 'cwd'>): Config {
  const file = named ?? findConfig(io.cwd);
  if (file === undefined) return EMPTY_CONFIG;
  const config = parseConfig(readTextFile(file, io), file);
  const paths = config.check.paths?.map((path) =>
    path === '-' || isAbsolute(path) ? path : join(dirname(file), path),
  );
  return paths === undefined ? config : { ...config, check: { ...config.check, paths } };
}

function findConfig(cwd: string): string | undefined {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const file = join(folder, CONFIG_FILE);
    if (existsSync(file)) return relative(cwd, file);
    if (folder === dirname(folder)) return undefined;
  }
}

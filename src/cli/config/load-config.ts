import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type * as JsYaml from 'js-yaml';
import { RegcredError } from '../../error';
import type { CliIo } from '../io';
import { readTextFile } from '../read-text';
import { type CheckConfig, parseCheckConfig } from './check-config';
import { ConfigNode } from './config-node';

/** What a project has decided: regcred.yaml. */
export interface Config {
  readonly check: CheckConfig;
}

const FILE_NAME = 'regcred.yaml';

/** The configuration that is named, or the nearest regcred.yaml from the working folder upwards, or an empty one. */
export function loadConfig(named: string | undefined, io: Pick<CliIo, 'cwd'>): Config {
  const file = named ?? findConfig(io.cwd);
  return file === undefined ? { check: {} } : parseConfig(readTextFile(file, io), file);
}

function findConfig(cwd: string): string | undefined {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const file = join(folder, FILE_NAME);
    if (existsSync(file)) return relative(cwd, file);
    if (folder === dirname(folder)) return undefined;
  }
}

/** Reads the text of a configuration file. */
export function parseConfig(text: string, file: string): Config {
  const { check } = new ConfigNode(readYaml(text, file), file).fields(['check']);
  return { check: check ? parseCheckConfig(check) : {} };
}

function readYaml(text: string, file: string): unknown {
  const { load, YAMLException } = require('js-yaml') as typeof JsYaml;
  try {
    return load(text) ?? null;
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { mark, reason } = error;
    const place = mark ? `${file}:${mark.line + 1}:${mark.column + 1}` : file;
    throw new RegcredError('cli-config', `${place}: ${reason}`);
  }
}

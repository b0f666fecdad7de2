import type * as JsYaml from 'js-yaml';
import { RegcredError } from '../error';
import { yamlFault } from '../manifest';
import { type AccessConfig, parseAccessConfig } from './access-config';
import { type CheckConfig, parseCheckConfig } from './check-config';
import { ConfigNode } from './config-node';
import { parsePullSecrets } from './pull-secret-config';
import { parseRegistries } from './registry-config';

/** What an organisation or a project has decided: regcred.yaml. */
export interface Config {
  readonly check: CheckConfig;
  /** Namespaces and what they get, by the names that the file gives them. */
  readonly access: ReadonlyMap<string, AccessConfig>;
}

/** The name of the file where nobody says another. */
export const CONFIG_FILE = 'regcred.yaml';
export const EMPTY_CONFIG: Config = { check: {}, access: new Map() };

/**
 * Reads the text of a configuration file.
 *
 * @throws RegcredError `config`, with the file, the way to the value and what to write
 */
export function parseConfig(text: string, file: string): Config {
  return parseConfigValue(readYaml(text, file), file);
}

/** The same, for what has been read already. */
export function parseConfigValue(value: unknown, file: string): Config {
  const root = new ConfigNode(value, file);
  const { check, registries, pullSecrets, access } = root.fields(['registries', 'pullSecrets', 'access', 'check']);
  const logins = registries ? parseRegistries(registries) : new Map();
  const secrets = parsePullSecrets(pullSecrets, logins);
  return {
    check: check ? parseCheckConfig(check) : {},
    access: new Map(access?.entries().map(([name, node]) => [name, parseAccessConfig(node, secrets)])),
  };
}

function readYaml(text: string, file: string): unknown {
  const { load, YAMLException } = require('js-yaml') as typeof JsYaml;
  try {
    return load(text) ?? null;
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { mark, reason } = error;
    const place = mark ? `${file}:${mark.line + 1}:${mark.column + 1}` : file;
    throw new RegcredError('config', `${place}: ${yamlFault(reason)}`);
  }
}

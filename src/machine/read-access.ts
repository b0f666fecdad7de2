import { readFileSync } from 'node:fs';
import { type AccessConfig, accessNamed, CONFIG_FILE, parseConfig } from '../config';
import { RegcredError, requireOptions, requireString } from '../error';

/** Which part of which file. */
export interface FromConfigProps {
  /**
   * The file, relative to the working folder.
   *
   * @default 'regcred.yaml'
   */
  readonly file?: string;

  /**
   * The entry of `access` in it.
   *
   * @default - the only one
   */
  readonly access?: string;
}

/** Reads an entry of a configuration file. */
export function readAccess(props: FromConfigProps): AccessConfig {
  const { file = CONFIG_FILE, access } = requireOptions(props, "{ access: 'shop' }");
  requireString(file, 'config', 'file', 'the way to a regcred.yaml'); // Node takes a number for a file that is open
  if (access !== undefined) requireString(access, 'config', 'access', 'the name of one entry');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new RegcredError(
      'config',
      `cannot read '${file}' (${(error as Error).message}): give the way to it as 'file'`,
    );
  }
  return accessNamed(parseConfig(text, file), access, file);
}

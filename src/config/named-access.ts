import { RegcredError } from '../error';
import type { AccessConfig } from './access-config';
import { nearest } from './nearest';
import type { Config } from './parse-config';

/** The entry of `access` with a name, or the only one. @throws RegcredError `config` where there is none, or nobody says which */
export function accessNamed({ access }: Config, name: string | undefined, file: string): AccessConfig {
  const names = [...access.keys()];
  const [only] = access.values();
  if (name === undefined && only !== undefined && names.length === 1) return only;
  const found = name === undefined ? undefined : access.get(name);
  if (found !== undefined) return found;
  const known = names.length === 0 ? "'access' is not written" : `'access' has ${names.join(', ')}`;
  const meant = name === undefined ? undefined : nearest(name, names);
  const what = name === undefined ? 'say which entry is meant' : `it has no '${name}'`;
  throw new RegcredError('config', `${file}: ${known}: ${meant ? `${what}, did you mean '${meant}'?` : what}`);
}

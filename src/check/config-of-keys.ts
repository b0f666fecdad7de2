import { DockerConfig } from '../credential';

/** A docker config with these server keys, to be asked which images they match; its logins are never used. */
export function configOf(serverKeys: readonly string[]): DockerConfig {
  const login = { username: 'covered', password: 'covered' };
  return DockerConfig.parse(JSON.stringify({ auths: Object.fromEntries(serverKeys.map((key) => [key, login])) }));
}

import type { ByteString, DockerConfig } from '../credential';
import { KeyPattern } from './key-pattern';
import { KeyringMatch } from './keyring-match';
import { normalizeServerKey } from './normalize-key';

/** A login of a config, and where the kubelet files it. */
export interface FiledLogin {
  readonly login: KeyringMatch;
  /** Nothing where the kubelet drops the entry. */
  readonly key?: ByteString;
  /** Nothing where the key matches no image. */
  readonly pattern?: KeyPattern;
}

/** The logins of all configs, in their order. */
export function fileLogins(configs: readonly DockerConfig[]): FiledLogin[] {
  return configs.flatMap((config, configIndex) =>
    config.entries.map((entry) => {
      const key = normalizeServerKey(entry.serverKey);
      const pattern = key === undefined ? undefined : KeyPattern.parse(key);
      return { login: KeyringMatch._of(configIndex, entry), key, pattern };
    }),
  );
}

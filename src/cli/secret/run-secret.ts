import { DockerConfig } from '../../credential';
import {
  appendHash,
  DOCKER_CONFIG_JSON_KEY,
  DOCKER_CONFIG_JSON_TYPE,
  parseNamespaceName,
  parseSecretName,
} from '../../kubernetes';
import { EXIT_CLEAN } from '../exit-code';
import type { CliIo } from '../io';
import { warn } from '../warn';
import { formatSecret, type SecretFormat } from './format-secret';
import { readLogins } from './read-logins';

/** The options of `regcred secret`, as commander hands them over. */
export interface SecretFlags {
  readonly login?: readonly string[];
  /** `true` where no file is named. */
  readonly fromDockerConfig?: string | true;
  readonly username?: string;
  readonly password?: string;
  readonly passwordStdin?: boolean;
  readonly email?: string;
  readonly namespace?: string;
  readonly appendHash?: boolean;
  readonly output: SecretFormat;
}

/** Runs `regcred secret` and says the exit code. */
export async function runSecret(name: string, flags: SecretFlags, io: CliIo): Promise<number> {
  parseSecretName(name);
  const namespace = flags.namespace && parseNamespaceName(flags.namespace);
  if (flags.password !== undefined) {
    warn('--password shows the password to other users and to the shell history: use --password-stdin', io);
  }
  const logins = await readLogins(flags, io);
  const data = DockerConfig.fromLogins([...logins]).toBase64();
  const secret = { name, type: DOCKER_CONFIG_JSON_TYPE, data: { [DOCKER_CONFIG_JSON_KEY]: data } };
  const printed = { name: flags.appendHash ? appendHash(secret) : name, namespace, data };
  io.stdout.write(formatSecret(printed, flags.output));
  return EXIT_CLEAN;
}

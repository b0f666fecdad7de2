import { RegcredError } from '../../error';
import { parseServerKey } from '../../registry';
import { checkPassword, checkUsername } from '../check-login';
import { DockerConfig } from '../docker-config';
import { Password } from '../password';
import type { Surroundings } from '../surroundings';
import { ClientConfig, type ClientEntry, type FoundEntry } from './client-config';
import { askHelper } from './credential-helper';
import type { CredentialSource, ResolvedCredentials } from './credential-source';
import { dockerConfigFiles } from './docker-config-files';

/** Which login of a docker config is meant. */
export interface DockerConfigCredentials {
  /** Server that was logged in to, such as `ghcr.io` or `docker.io`. */
  readonly server: string;
  /** The config. @default - the first of docker's and podman's that has the server: `DOCKER_CONFIG` or `~/.docker/config.json`, then `auth.json` */
  readonly file?: string;
  /** Whether a credential helper is asked for a login that is not in the file. @default false */
  readonly resolveHelpers?: boolean;
}

/** The login that `docker login` or `podman login` has kept. */
export function dockerConfigLogin(options: DockerConfigCredentials): CredentialSource {
  const { server, file, resolveHelpers = false } = options;
  parseServerKey(server);
  return {
    description: `the login for '${server}' in ${file === undefined ? "the client's docker config" : `'${file}'`}`,
    missing: () => [],
    resolve: (surroundings) => {
      const paths = file === undefined ? dockerConfigFiles(surroundings.environment) : [file];
      for (const path of paths) {
        const text = surroundings.readFile(path);
        if (text === undefined && path === file)
          throw fault(`docker config '${file}' is not there: write the path of the file itself`);
        const config = text === undefined ? undefined : ClientConfig.parse(path, text);
        const login = config && loginOf(config, server, resolveHelpers, surroundings);
        if (login !== undefined) return login;
      }
      throw fault(
        `no login for '${server}' in ${paths.map((path) => `'${path}'`).join(', ') || 'any docker config'}: ` +
          `run docker login ${server}, or take Credentials.fromEnvironment`,
      );
    },
  };
}

/** The login of one config; nothing where it has none. */
function loginOf(
  config: ClientConfig,
  server: string,
  resolveHelpers: boolean,
  surroundings: Surroundings,
): ResolvedCredentials | undefined {
  const found = config.entryFor(server);
  const login = found && loginOfEntry(config, server, found);
  if (login !== undefined) return login;
  const helper = config.helperFor(server);
  if (helper === undefined) {
    if (found === undefined) return undefined;
    throw unusable(config, server, found.entry);
  }
  if (resolveHelpers) return askHelper(helper, config.file, surroundings);
  throw fault(
    `docker config '${config.file}' keeps the login for '${server}' with docker-credential-${helper.name}, where no cluster can read it: ` +
      `set resolveHelpers: true to ask the helper here, or log in again with a DOCKER_CONFIG folder that has no credsStore and no credHelpers`,
  );
}

/** The login of an entry that holds all of it. */
function loginOfEntry({ file }: ClientConfig, server: string, found: FoundEntry): ResolvedCredentials | undefined {
  // this entry alone: what is wrong with others is no matter here
  const [login] = DockerConfig.parse(JSON.stringify({ auths: { [found.key]: found.entry } })).entries;
  if (hasIdentityToken(found.entry) || login === undefined || login.username === '' || !login.hasPassword) {
    return undefined;
  }
  const origin = `login for '${server}' in '${file}'`;
  return {
    username: checkUsername(login.username, `username of the ${origin}`),
    password: new Password(checkPassword(login.revealPassword(), `password of the ${origin}`)),
  };
}

function unusable({ file }: ClientConfig, server: string, entry: ClientEntry): RegcredError {
  if (hasIdentityToken(entry)) {
    return fault(
      `the login for '${server}' in '${file}' is an identity token, which the kubelet cannot use: ` +
        `create an access token at the registry and log in with that as the password`,
    );
  }
  return fault(
    `the entry for '${server}' in '${file}' has no login: it is what a client leaves when it keeps the password elsewhere; ` +
      `run docker login ${server} again, with a DOCKER_CONFIG folder that has no credsStore`,
  );
}

function hasIdentityToken({ identitytoken }: ClientEntry): boolean {
  return typeof identitytoken === 'string' && identitytoken !== '';
}

function fault(message: string): RegcredError {
  return new RegcredError('credential-docker-config', message);
}

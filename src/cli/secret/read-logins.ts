import { Credentials, type DockerConfigLogin, resolveCredentials } from '../../credential';
import { RegcredError } from '../../error';
import { thisMachine } from '../../machine';
import type { Registry, RegistryLogin } from '../../registry';
import type { CliIo } from '../io';
import { readStdin } from '../read-text';
import { warn } from '../warn';
import { DockerConfigFile } from './docker-config-file';
import { type LoginArgument, type LoginSource, parseLogin } from './parse-login';
import type { SecretFlags } from './run-secret';

type LoginIo = Pick<CliIo, 'stdin' | 'stderr' | 'cwd' | 'env'>;

/** The logins that a command line names, with their passwords. */
export async function readLogins(flags: SecretFlags, io: LoginIo): Promise<readonly DockerConfigLogin[]> {
  const named = (flags.login ?? []).map(parseLogin);
  checkFlags(named, flags);
  if (named.length === 0) return everyLogin(DockerConfigFile.open(fileOf(flags), io), io);
  const logins: RegistryLogin[] = [];
  for (const { server, registry, source = sourceOf(server, flags) } of named) {
    const email = source.kind === 'flags' ? flags.email : undefined;
    logins.push(registry.login(await credentialsOf(registry, source, io), { email }));
  }
  const credentials = resolveCredentials(
    logins.map((login) => login.credentials),
    thisMachine(io.env, io.cwd),
  );
  return logins.flatMap(({ registry, serverKey, email }, index) => {
    const { username, password } = credentials[index] ?? {};
    if (username === undefined || password === undefined) return [];
    for (const warning of registry.checkUsername(username)) warn(warning, io);
    return [{ server: serverKey, username, password: password.reveal(), email }];
  });
}

/** The password that stands on the command line itself. */
interface FlagSource {
  readonly kind: 'flags';
  readonly username: string;
  readonly password?: string;
}

function checkFlags(logins: readonly LoginArgument[], flags: SecretFlags): void {
  const bare = logins.filter(({ source }) => source === undefined).length;
  const { fromDockerConfig, username, password, passwordStdin, email } = flags;
  const own = [username, password, passwordStdin, email].some((flag) => flag !== undefined);
  if (logins.length === 0 && fromDockerConfig === undefined) {
    throw usage('no login: write --login SERVER=env:PREFIX, or --from-docker-config');
  }
  if (own && bare !== 1) {
    throw usage(
      `--username, --password, --password-stdin and --email belong to one --login without a source: got ${bare}; write --login SERVER=env:PREFIX for the others`,
    );
  }
  if (own && fromDockerConfig !== undefined) throw usage('--from-docker-config has its own usernames and passwords');
  if (password !== undefined && passwordStdin)
    throw usage('--password and --password-stdin are two passwords: give one');
  const stdin = logins.filter(({ source }) => source?.kind === 'stdin').length + (passwordStdin ? 1 : 0);
  if (stdin > 1) throw usage('standard input holds one password: take the others from the environment');
}

/** Where the login of a `--login` without a source comes from. */
function sourceOf(server: string, flags: SecretFlags): LoginSource | FlagSource {
  const { username, password, passwordStdin, fromDockerConfig } = flags;
  if (fromDockerConfig !== undefined) return { kind: 'docker-config', file: fileOf(flags) };
  if (username !== undefined && (passwordStdin || password !== undefined)) return { kind: 'flags', username, password };
  throw usage(
    `the login of '${server}' has no ${username === undefined ? 'username and password' : 'password'}: ` +
      `write '${server}=env:PREFIX', or add --username and --password-stdin`,
  );
}

async function credentialsOf(registry: Registry, source: LoginSource | FlagSource, io: LoginIo): Promise<Credentials> {
  switch (source.kind) {
    case 'environment':
      return Credentials.fromEnvironment(source.variables);
    case 'docker-config':
      return Credentials.fromDockerConfig({ server: registry.serverKey, file: source.file, resolveHelpers: true });
    case 'stdin':
      return Credentials.unsafePlainText({ username: source.username, password: await readPassword(io) });
    case 'flags':
      return Credentials.unsafePlainText({
        username: source.username,
        password: source.password ?? (await readPassword(io)),
      });
  }
}

/** As docker reads it: without the line feed that `echo` appends. */
async function readPassword({ stdin }: LoginIo): Promise<string> {
  const password = (await readStdin(stdin)).replace(/\r?\n$/, '');
  if (password === '') throw new RegcredError('cli-login', 'standard input holds no password');
  return password;
}

function everyLogin(file: DockerConfigFile, io: LoginIo): readonly DockerConfigLogin[] {
  const usable = file.entries.filter(({ hasPassword }) => hasPassword);
  for (const { serverKey } of file.entries.filter(({ hasPassword }) => !hasPassword)) {
    // docker leaves an empty entry where a credential store of the desktop has the login
    warn(`no password for '${serverKey}', which may be in a credential store, in '${file.file}': it is left out`, io);
  }
  if (usable.length === 0) throw new RegcredError('cli-login', `no login with a password in '${file.file}'`);
  return usable.map((entry) => ({
    server: entry.serverKey,
    username: entry.username,
    password: entry.revealPassword(),
    email: entry.email,
  }));
}

function fileOf({ fromDockerConfig }: SecretFlags): string | undefined {
  return typeof fromDockerConfig === 'string' ? fromDockerConfig : undefined;
}

function usage(message: string): RegcredError {
  return new RegcredError('cli-usage', message);
}

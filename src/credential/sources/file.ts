import { RegcredError, requireString } from '../../error';
import { checkPassword, checkUsername } from '../check-login';
import { Password } from '../password';
import type { Surroundings } from '../surroundings';
import type { CredentialSource } from './credential-source';

/** Which files hold a login. */
export interface FileCredentials {
  /** File of the user name. @default - `username` is given */
  readonly usernameFile?: string;
  /** User name itself, where it is no secret. @default - it is in `usernameFile` */
  readonly username?: string;
  /** File of the password or token, as a pipeline mounts it. */
  readonly passwordFile: string;
  /** Whether one newline at the end of a file is cut off. @default false */
  readonly trimNewline?: boolean;
}

const LINE_END = /\r?\n$/;
const PATH = 'the path where the pipeline mounts the credential';
const ADVICE = 'set trimNewline: true, which cuts off one, or write the file without';

/** A login in files. */
export function files(options: FileCredentials): CredentialSource {
  const { username, usernameFile, passwordFile, trimNewline = false } = options;
  if ((username === undefined) === (usernameFile === undefined)) {
    throw new RegcredError(
      'credential-file',
      `user name comes from either username or usernameFile: got ${username === undefined ? 'neither' : 'both'}, write one of the two`,
    );
  }
  requireString(passwordFile, 'credential-file', 'passwordFile', PATH);
  if (usernameFile !== undefined) requireString(usernameFile, 'credential-file', 'usernameFile', PATH);
  const read = (surroundings: Surroundings, path: string) => {
    const text = readCredentialFile(surroundings, path);
    return trimNewline ? text.replace(LINE_END, '') : text;
  };
  const known = username === undefined ? undefined : checkUsername(username, 'username');
  return {
    description:
      known === undefined
        ? `the files '${usernameFile}' and '${passwordFile}'`
        : `the user '${known}' and the file '${passwordFile}'`,
    missing: () => [],
    resolve: (surroundings) => ({
      username:
        usernameFile === undefined
          ? (known ?? '')
          : checkUsername(read(surroundings, usernameFile), `file '${usernameFile}'`, ADVICE),
      password: new Password(checkPassword(read(surroundings, passwordFile), `file '${passwordFile}'`, ADVICE)),
    }),
  };
}

function readCredentialFile({ readFile }: Surroundings, path: string): string {
  const text = readFile(path);
  if (text !== undefined) return text;
  throw new RegcredError('credential-file', `file '${path}' is not there: write ${PATH}`);
}

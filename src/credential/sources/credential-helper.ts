import { RegcredError } from '../../error';
import { checkPassword, checkUsername } from '../check-login';
import { Password } from '../password';
import type { Surroundings } from '../surroundings';
import type { ResolvedCredentials } from './credential-source';

/** A credential helper, and the name that it knows a server by. */
export interface Helper {
  readonly name: string;
  readonly server: string;
}

const NAME = /^[A-Za-z0-9._-]{1,64}$/;
/** The user name that helpers have for an identity token. */
const IDENTITY_TOKEN = '<token>';

/**
 * Asks `docker-credential-NAME` for a login: the server's name goes in, and JSON comes out.
 *
 * @see https://github.com/docker/docker-credential-helpers
 */
export function askHelper(helper: Helper, file: string, surroundings: Surroundings): ResolvedCredentials {
  if (!NAME.test(helper.name))
    throw fault(`docker config '${file}' names a credential helper that is none: got '${helper.name.slice(0, 64)}'`);
  const program = `docker-credential-${helper.name}`;
  const answer = surroundings.runHelper(program, helper.server);
  if (answer === undefined) {
    throw fault(
      `'${file}' keeps the login for '${helper.server}' with ${program}, which is not in the search path: install it where this runs`,
    );
  }
  const login = answer.ok ? parse(answer.output) : undefined;
  // what it wrote is not shown: it may hold the password
  if (login === undefined) {
    throw fault(
      `${program} has no login for '${helper.server}': run docker login ${helper.server}, or take Credentials.fromEnvironment`,
    );
  }
  if (login.Username === IDENTITY_TOKEN) {
    throw fault(
      `${program} has an identity token for '${helper.server}', which the kubelet cannot use: ` +
        `create an access token at the registry and log in with that as the password`,
    );
  }
  const origin = `${program} for '${helper.server}'`;
  return {
    username: checkUsername(login.Username, `username from ${origin}`),
    password: new Password(checkPassword(login.Secret, `password from ${origin}`)),
  };
}

function parse(output: string): { readonly Username: string; readonly Secret: string } | undefined {
  try {
    const { Username, Secret } = JSON.parse(output);
    return typeof Username === 'string' && typeof Secret === 'string' ? { Username, Secret } : undefined;
  } catch {
    return undefined;
  }
}

function fault(message: string): RegcredError {
  return new RegcredError('credential-helper', message);
}

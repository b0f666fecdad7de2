import type { EnvironmentCredentials } from '../../credential';
import { RegcredError } from '../../error';
import { Registry } from '../../registry';

/** Where the username and password of a login come from. */
export type LoginSource =
  | { readonly kind: 'environment'; readonly variables: EnvironmentCredentials }
  | { readonly kind: 'stdin'; readonly username: string }
  | { readonly kind: 'docker-config'; readonly file?: string };

/** A login as the command line names it. */
export interface LoginArgument {
  /** The registry as it was written. */
  readonly server: string;
  readonly registry: Registry;
  /** @default - what the other options say */
  readonly source?: LoginSource;
}

const HOW = "write SERVER=env:PREFIX, SERVER=stdin:USERNAME or SERVER=docker-config, such as 'ghcr.io=env:GHCR'";

/** Reads `SERVER` or `SERVER=SOURCE`: first the server, where a password may stand that no other message is to show. */
export function parseLogin(text: string): LoginArgument {
  const equals = text.indexOf('=');
  const server = equals === -1 ? text : text.slice(0, equals);
  if (server === '') throw new RegcredError('cli-login', `a login names its registry: ${HOW}`);
  const registry = Registry.custom(server);
  return equals === -1
    ? { server, registry }
    : { server, registry, source: parseSource(server, text.slice(equals + 1)) };
}

function parseSource(server: string, text: string): LoginSource {
  const colon = text.indexOf(':');
  const kind = colon === -1 ? text : text.slice(0, colon);
  const rest = colon === -1 ? '' : text.slice(colon + 1);
  switch (kind) {
    case 'env':
      return parseEnvironment(server, rest);
    case 'stdin':
      if (rest === '')
        throw new RegcredError('cli-login', `the login of '${server}' needs a username: write 'stdin:USERNAME'`);
      return { kind: 'stdin', username: rest };
    case 'docker-config':
      return { kind: 'docker-config', ...(rest === '' ? {} : { file: rest }) };
    default:
      // what stands there may be a password: it is not shown
      throw new RegcredError('cli-login', `the login of '${server}' comes from nowhere that is known: ${HOW}`);
  }
}

function parseEnvironment(server: string, rest: string): LoginSource {
  const [first = '', second, ...others] = rest.split(',');
  if (first === '' || second === '' || others.length > 0) {
    throw new RegcredError(
      'cli-login',
      `the login of '${server}' needs names of variables: write 'env:PREFIX' or 'env:USERNAME_VARIABLE,PASSWORD_VARIABLE'`,
    );
  }
  const variables = second === undefined ? { prefix: first } : { usernameVariable: first, passwordVariable: second };
  return { kind: 'environment', variables };
}

// The token server of the registry `hub`, as Docker Hub has one: whoever pulls asks here first, with a login or without, and
// gets a token that says which repositories it opens. A program of its own: token-client.ts makes accounts and reads who came.
// @see https://distribution.github.io/distribution/spec/auth/token/
import { createPrivateKey, randomUUID, sign, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';

/** An account, and the repositories that it opens: `team/app`, all of `team/`, or every one: `*`. */
export interface Account {
  readonly password: string;
  readonly repositories: readonly string[];
  /** Whether it may push too. @default false */
  readonly push?: boolean;
}

/** Somebody asked for a token. */
export interface Visit {
  readonly repository: string;
  /** Who it was; undefined for one who gave no login. */
  readonly username?: string;
  /** Whether a token that opens the repository was given. */
  readonly admitted: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const TOKEN_SECONDS = 300;
const [port = '', issuer = '', service = '', keyFile = '', certificateFile = ''] = process.argv.slice(2);
const key = createPrivateKey(readFileSync(keyFile));
const certificate = new X509Certificate(readFileSync(certificateFile)).raw.toString('base64');

const accounts = new Map<string, Account>();
const visits: Visit[] = [];
let publicRepositories: readonly string[] = [];

createServer((request, response) => {
  answer(request, response).catch((error: Error) => reply(response, 500, { error: error.message }));
}).listen(Number(port), '127.0.0.1');

async function answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [, room, name = ''] = url.pathname.split('/').map(decodeURIComponent);
  switch (`${request.method} ${room}`) {
    case 'GET token':
      return giveToken(url, request.headers.authorization, response);
    case 'PUT accounts':
      accounts.set(name, JSON.parse(await bodyOf(request)) as Account);
      return reply(response, 200, {});
    case 'PUT public':
      publicRepositories = JSON.parse(await bodyOf(request)) as string[];
      return reply(response, 200, {});
    case 'GET visits':
      return reply(
        response,
        200,
        visits.filter((visit) => visit.repository === name),
      );
    default:
      // a client that posts its login (OAuth2) comes again with GET when it gets a 404
      return reply(response, 404, {});
  }
}

function giveToken(url: URL, authorization: string | undefined, response: ServerResponse): ServerResponse {
  const login = authorization ? decodeLogin(authorization) : undefined;
  const account = login ? accounts.get(login.username) : undefined;
  const isKnown = login === undefined || (account !== undefined && account.password === login.password);
  const access = url.searchParams.getAll('scope').flatMap((scope) => {
    const [type = '', repository = '', wanted = ''] = scope.split(':');
    const open = isKnown && covers([...publicRepositories, ...(account?.repositories ?? [])], repository);
    visits.push({ repository, username: login?.username, admitted: open, at: Date.now() });
    const actions = wanted.split(',').filter((action) => action === 'pull' || account?.push);
    return open ? [{ type, name: repository, actions }] : [];
  });
  // like Docker Hub: an unknown login is refused even where no login would have been needed
  if (!isKnown) return reply(response, 401, { details: 'incorrect username or password' });
  const token = jwt({ sub: login?.username ?? '', access });
  return reply(response, 200, { token, access_token: token, expires_in: TOKEN_SECONDS });
}

function covers(repositories: readonly string[], repository: string): boolean {
  return repositories.some(
    (known) => known === '*' || known === repository || (known.endsWith('/') && repository.startsWith(known)),
  );
}

function decodeLogin(authorization: string): { username: string; password: string } {
  const text = Buffer.from(authorization.replace(/^Basic /, ''), 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return { username: text.slice(0, colon), password: text.slice(colon + 1) };
}

function jwt(claims: object): string {
  const now = Math.floor(Date.now() / 1000);
  const header = { typ: 'JWT', alg: 'RS256', x5c: [certificate] };
  const times = { iat: now, nbf: now - 10, exp: now + TOKEN_SECONDS, jti: randomUUID() };
  const signed = [header, { iss: issuer, aud: service, ...times, ...claims }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
}

function reply(response: ServerResponse, status: number, body: unknown): ServerResponse {
  return response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

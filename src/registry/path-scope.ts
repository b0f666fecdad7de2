import { RegcredError, requireString } from '../error';
import { isRepository, quoted } from '../image';

/** The path on a host that a login is limited to, such as `acme` or `acme/platform`; `what` is the vendor's word for it. */
export function parsePathScope(what: string, path: string, host: string): string {
  requireString(path, 'registry-owner', what, "one such as 'acme', or leave it out");
  // with the host once more it would match no image
  if (isRepository(path) && !path.startsWith(`${host}/`)) return path;
  const meant = meantScope(path, host);
  const hint = isRepository(meant) ? `, write '${meant}'` : '';
  throw new RegcredError(
    'registry-owner',
    `${what} must be as the names of images have it behind the host (lower case letters and digits, with '.', '_', '-' and '/' between): ` +
      `got ${quoted(path)}${hint}`,
  );
}

/** A domain of Google in front of a project, as in `example.com:app`; names of images have a slash there. */
const DOMAIN_SCOPED = /^([a-z0-9-]+(?:\.[a-z0-9-]+)+):/;

function meantScope(path: string, host: string): string {
  const lower = path.toLowerCase();
  const behindHost = lower.startsWith(`${host}/`) ? lower.slice(host.length) : lower;
  return behindHost.replace(/^\/|\/$/g, '').replace(DOMAIN_SCOPED, '$1/');
}

/** A scope of two levels, such as project and repository: the inner one stands only below the outer one. */
export function nestedScope(
  outer: string,
  path: string | undefined,
  inner: string,
  below: string | undefined,
): string | undefined {
  if (below === undefined) return path;
  if (path !== undefined) return `${path}/${below}`;
  throw new RegcredError('registry-owner', `${inner} needs the ${outer} that it is in: got only ${quoted(below)}`);
}

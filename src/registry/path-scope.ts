import { RegcredError, requireString } from '../error';
import { MAX_REPOSITORY, REPOSITORY } from '../image/grammar';
import { quoted } from '../image/quoting';

/** Whether a path may stand in the name of an image. */
export function isImagePath(path: string): boolean {
  return path.length <= MAX_REPOSITORY && REPOSITORY.test(path);
}

/** The path that a login is limited to, such as `acme` or `acme/platform`; `what` is the vendor's word for it. */
export function parsePathScope(what: string, path: string): string {
  if (isImagePath(requireString(path, 'registry-owner', what, "one such as 'acme', or leave it out"))) return path;
  const lower = path.toLowerCase();
  const hint = isImagePath(lower) ? `, write '${lower}'` : '';
  throw new RegcredError(
    'registry-owner',
    `${what} must be as the names of images have it (lower case letters and digits, with '.', '_', '-' and '/' between): ` +
      `got ${quoted(path)}${hint}`,
  );
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

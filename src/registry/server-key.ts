import { attempt, RegcredError, requireString } from '../error';
import { isRegistry, isRepository, loginEnd } from '../image';
import { correctionOf, recordOf } from './catalogue';
import { ecrFault } from './ecr-host';
import { shownServerKey } from './shown-server-key';

/** A server of a Secret in two parts: `ghcr.io` and `acme` of the key `ghcr.io/acme/`. */
export interface ServerAddress {
  /** Lower case, with the port. */
  readonly host: string;
  /** Without slashes at its ends; empty for the whole registry. */
  readonly path: string;
}

const MAX_LENGTH = 512;
const SCHEME = /^([a-z][a-z0-9+.-]{0,15}):\/\//i;
const QUERY = /[?#]/;
const BLANK = /[\s\p{Cc}]/u;
/** What the kubelet takes for the version of the API at the start of a path, and drops. */
const API_VERSION = /^\/v[12]\//;
/** A path that would be taken for one: the kubelet drops only one, so that another in front of it keeps it. */
const LIKE_API_VERSION = /^v[12](?:\/|$)/;
const API_VERSION_ONLY = /^\/v[12]$/;

/**
 * The canonical server key for what a user wrote: `https://index.docker.io/v1/` for Docker Hub, else the host, or host and
 * path with a final `/`. The kubelet compares paths as plain prefixes, so the `/` is what keeps `ghcr.io/acme` from sending its password
 * for `ghcr.io/acme-evil/app`. It also means that a path names what holds repositories, not one repository.
 *
 * @throws RegcredError with the code `registry-server-key`, and what to write, where the kubelet would find nothing by the key
 */
export function parseServerKey(text: string): string {
  return formatServerKey(parseServer(text));
}

/** The canonical key of an address. */
export function formatServerKey({ host, path }: ServerAddress): string {
  if (path !== '') return `${host}/${LIKE_API_VERSION.test(path) ? 'v2/' : ''}${path}/`;
  const record = recordOf(host);
  return record?.canonicalHost === host ? (record.serverKey ?? host) : host;
}

/** The address that `parseServerKey` gives the key of. */
export function parseServer(text: string): ServerAddress {
  checkText(text);
  const [, scheme] = SCHEME.exec(text) ?? [];
  if (scheme !== undefined) checkScheme(text, scheme);
  const rest = text.slice(scheme === undefined ? 0 : scheme.length + '://'.length);
  const slash = rest.indexOf('/');
  const host = slash < 0 ? rest : rest.slice(0, slash);
  const written = slash < 0 ? '' : rest.slice(slash);
  checkHost(text, host, written);
  if (API_VERSION_ONLY.test(written)) {
    throw fault(
      text,
      `ends in '${written}' without a '/', which the kubelet takes for a part of the image's name`,
      `${text}/`,
    );
  }
  const path = written.replace(API_VERSION, '/').replace(/^\/|\/$/g, '');
  checkPath(text, host, path);
  return canonical(text, { host, path });
}

function canonical(text: string, { host, path }: ServerAddress): ServerAddress {
  const canonicalHost = recordOf(host)?.canonicalHost;
  if (canonicalHost === undefined || host === canonicalHost || host.includes(':')) return { host, path };
  if (path === '') return { host: canonicalHost, path };
  throw fault(text, `has a path under '${host}', where the kubelet looks for none`, `${canonicalHost}/${path}`);
}

function checkText(text: string): void {
  requireString(text, 'registry-server-key', 'server key', "a host such as 'ghcr.io'");
  if (text === '') throw new RegcredError('registry-server-key', "server key is empty: write a host such as 'ghcr.io'");
  if (text.length > MAX_LENGTH) throw fault(text, `is longer than ${MAX_LENGTH} characters`);
  if (BLANK.test(text)) throw fault(text, 'holds a blank or a control character', text.trim());
  const query = text.search(QUERY);
  const login = loginEnd(text);
  if (login >= 0) {
    throw fault(
      text,
      'holds a login, which belongs into the credentials',
      query < 0 ? text.slice(login + 1) : undefined,
    );
  }
  if (query >= 0) throw fault(text, 'holds a query or fragment, which the kubelet drops', text.slice(0, query));
  const digest = text.indexOf('@');
  if (digest >= 0)
    throw fault(text, 'holds a digest: it names an image, not a registry', parent(text.slice(0, digest)));
}

function checkScheme(text: string, scheme: string): void {
  if (scheme === 'https' || scheme === 'http') return;
  const rest = text.slice(scheme.length);
  const lower = scheme.toLowerCase();
  if (lower === 'https' || lower === 'http') {
    throw fault(text, `starts with '${scheme}', which the kubelet only knows in lower case`, lower + rest);
  }
  throw fault(text, `starts with '${scheme}://', which is no way to a registry`, `https${rest}`);
}

function checkHost(text: string, host: string, path: string): void {
  if (host !== host.toLowerCase()) {
    throw fault(
      text,
      'has capitals in the host, which the kubelet matches letter for letter',
      (host + path).toLowerCase(),
    );
  }
  const [, name = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/.exec(host) ?? [];
  if (port !== undefined) checkPort(text, name, port);
  if (!isRegistry(name.replace(/\*/g, 'x'))) throw fault(text, 'has a malformed host');
  if (name.startsWith('[') && port === undefined) {
    throw fault(text, 'is an IPv6 address without a port, which the kubelet never matches');
  }
  const labels = name.split('.');
  if (labels.length === 1 && port === undefined && name !== 'localhost') {
    throw fault(text, "names no registry: in an image, a host needs a '.' or a port, or is 'localhost'");
  }
  if (name.includes('*')) {
    if (labels.slice(-2).some((label) => label.includes('*')) || labels.length < 3) {
      throw fault(text, 'has a wildcard in the last two parts of the host, which would send the password to strangers');
    }
    return;
  }
  checkVendorHost(text, name, host, path);
}

function checkPort(text: string, name: string, port: string): void {
  if (port.includes('*')) throw fault(text, 'has a wildcard in the port, which the kubelet compares letter for letter');
  if (/^[0-9]{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535) return;
  const isTag = /^[\w][\w.-]*$/.test(port) && !/^[0-9]+$/.test(port);
  throw fault(
    text,
    isTag ? 'holds a tag: it names an image, not a registry' : 'has a malformed port',
    isTag ? name : undefined,
  );
}

function checkVendorHost(text: string, name: string, host: string, path: string): void {
  const correction = correctionOf(name);
  if (correction)
    throw fault(text, `is no registry: ${correction.why}`, replacement(correction.server, correction.imageHost, path));
  const wrong = ecrFault(name);
  if (wrong) throw fault(text, wrong.why, wrong.host && host.replace(name, wrong.host) + path);
}

function replacement(server: string, imageHost: string, path: string): string {
  return path === '' || API_VERSION.test(`${path}/`) ? server : imageHost + path;
}

function checkPath(text: string, host: string, path: string): void {
  if (path === '') return;
  const parts = path.split('/');
  const glob = parts.findIndex((part) => part.includes('*'));
  if (glob >= 0) {
    throw fault(
      text,
      'has a wildcard in the path, which the kubelet only knows in the host',
      [host, ...parts.slice(0, glob)].join('/'),
    );
  }
  const last = parts.at(-1) ?? '';
  if (last.includes(':')) {
    throw fault(text, 'holds a tag: it names an image, not a registry', [host, ...parts.slice(0, -1)].join('/'));
  }
  if (path !== path.toLowerCase()) {
    throw fault(text, 'has capitals in the path, but names of images are lower case', `${host}/${path.toLowerCase()}`);
  }
  if (!isRepository(path)) throw fault(text, 'has a path that no image can have');
}

/** The candidate goes through the parser itself: what an error says to write is right, or it is not said. */
function fault(text: string, why: string, candidate?: string): RegcredError {
  const write = candidate === undefined || candidate === text ? undefined : attempt(() => parseServerKey(candidate));
  return new RegcredError(
    'registry-server-key',
    `server key ${why}: got ${shownServerKey(text)}${write ? `, write '${write}'` : ''}`,
  );
}

function parent(image: string): string {
  const slash = image.lastIndexOf('/');
  return slash < 0 ? image : image.slice(0, slash);
}

import { normalizeServerKey } from '../keyring';

/** Docker Hub's own hosts and the ones that are taken for it: an image never names most of them. */
const DOCKER_HUB = /(?:^|\.)docker\.(?:io|com)$/;

interface Place {
  /** Without the port. */
  readonly host: string;
  readonly port: string;
  /** Empty, or with a leading slash. */
  readonly path: string;
}

/** Whether a server key was meant for the registry of an image, whatever it matches. */
export function isMeantFor(serverKey: string, image: string): boolean {
  const key = placeOf(normalizeServerKey(serverKey) ?? serverKey.replace(/^[A-Za-z]+:\/\//, ''));
  const { host } = placeOf(image);
  const keyHost = key.host.toLowerCase();
  if (host === 'docker.io') return DOCKER_HUB.test(keyHost);
  return keyHost === host.toLowerCase() || endsLikeGlob(keyHost, host);
}

/** Why a server key that looks right for an image does not match it; none where it is for something else. */
export function nearMiss(serverKey: string, image: string): string | undefined {
  const normalized = normalizeServerKey(serverKey);
  if (normalized === undefined || !isMeantFor(serverKey, image)) return undefined;
  const key = placeOf(normalized);
  const { host, port, path } = placeOf(image);
  if (key.host !== host && key.host.toLowerCase() === host.toLowerCase()) return 'hosts are compared letter for letter';
  if (endsLikeGlob(key.host, host)) return "a '*' stands for one part of the host, and it has another number of parts";
  if (key.port !== port) return `ports must be the same, and the image's is ${port === '' ? 'not written' : port}`;
  if (key.path === `${path}/`) return "with the final '/' the key is for what is below the repository, not for itself";
  return undefined;
}

/** Whether a host ends as a glob does, without the number of parts that the glob wants. */
function endsLikeGlob(glob: string, host: string): boolean {
  const star = glob.lastIndexOf('*');
  const sameCount = glob.split('.').length === host.split('.').length;
  return star !== -1 && !sameCount && host.endsWith(glob.slice(star + 1));
}

function placeOf(name: string): Place {
  const slash = name.indexOf('/');
  const authority = slash === -1 ? name : name.slice(0, slash);
  const [, host = authority, port = ''] = /^(.*):(\d*)$/.exec(authority) ?? [];
  return { host, port, path: slash === -1 ? '' : name.slice(slash) };
}

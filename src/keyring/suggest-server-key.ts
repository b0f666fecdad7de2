import { ImageReference } from '../image';
import { Registry } from '../registry';
import { DOCKER_HUB_KEY, isDefaultRegistry } from './docker-hub';
import { KeyPattern, type Place, parsePlace } from './key-pattern';
import { normalizeServerKey } from './normalize-key';
import { imageHostOfKey, readWrittenKey } from './written-key';

/**
 * The server key that matches an image, close to one that was meant for it and does not match. Nothing where the key matches
 * already, or is for another registry or another repository.
 *
 * @throws RegcredError with a `reference-…` code where the image cannot be parsed
 */
export function suggestServerKey(image: string, serverKey: string): string | undefined {
  const { name } = ImageReference.parse(image);
  const [registry = '', ...path] = name.split('/');
  const place = parsePlace(name);
  if (place === undefined || matches(serverKey, name, place)) return undefined;
  const written = readWrittenKey(serverKey);
  if (written === undefined || !isMeant(written.host, place)) return undefined;
  if (written.path.some((part, index) => part !== path[index])) return undefined;
  // a key is for what holds the repository: with the final slash it would not match the repository itself
  const folder = written.path.slice(0, path.length - 1);
  const candidate = folder.length === 0 ? Registry.forHost(registry).serverKey : `${registry}/${folder.join('/')}/`;
  return [candidate, registry].find((key) => matches(key, name, place));
}

/** Whether the kubelet would try an entry with a key, if it had no other. */
function matches(serverKey: string, name: string, place: Place): boolean {
  const key = normalizeServerKey(serverKey);
  if (key === undefined) return false;
  return (key === DOCKER_HUB_KEY && isDefaultRegistry(name)) || KeyPattern.parse(key)?.matches(place) === true;
}

/** Whether the host of a key was meant for that of an image: another name of it, a wildcard for it, or what it is a part of. */
function isMeant(host: string, place: Place): boolean {
  const wanted = place.host.toLowerCase();
  if (imageHostOfKey(host) === imageHostOfKey(wanted)) return true;
  if (!host.includes('.')) return false;
  if (!host.includes('*')) return wanted.endsWith(`.${host}`);
  const star = host.lastIndexOf('*');
  const end = host.slice(star + 1);
  return end.includes('.') && `.${wanted}`.endsWith(end) && wanted.startsWith(host.slice(0, host.indexOf('*')));
}

import { Registry } from '../registry';
import { DOCKER_HUB_KEY } from './docker-hub';
import { KeyPattern } from './key-pattern';
import { LookedUpImage } from './looked-up-image';
import { normalizeServerKey } from './normalize-key';
import { readWrittenKey, type WrittenKey } from './written-key';

/**
 * The server key that matches an image, close to one that was meant for it and does not match. Nothing where the key matches
 * already, or is for another registry or another repository.
 *
 * @throws RegcredError with a `reference-…` code where the image cannot be parsed
 */
export function suggestServerKey(image: string, serverKey: string): string | undefined {
  const lookedUp = LookedUpImage.parse(image);
  return matches(serverKey, lookedUp) ? undefined : suggestKeyLike(readWrittenKey(serverKey), lookedUp);
}

/** The same for a key that is known not to match. */
export function suggestKeyLike(written: WrittenKey | undefined, image: LookedUpImage): string | undefined {
  if (written === undefined || !isMeant(written, image)) return undefined;
  const { registry, repository } = image;
  if (written.path.some((part, index) => part !== repository[index])) return undefined;
  // a key is for what holds the repository: with the final slash it would not match the repository itself
  const folder = written.path.slice(0, repository.length - 1);
  const candidate = folder.length === 0 ? Registry.forHost(registry).serverKey : `${registry}/${folder.join('/')}/`;
  return [candidate, registry].find((key) => matches(key, image));
}

/** Whether the kubelet would try an entry with a key, if it had no other. */
function matches(serverKey: string, image: LookedUpImage): boolean {
  const key = normalizeServerKey(serverKey);
  if (key === undefined || image.place === undefined) return false;
  return (key === DOCKER_HUB_KEY && image.isDockerHubs) || KeyPattern.parse(key)?.matches(image.place) === true;
}

/** Whether the host of a key was meant for that of an image: another name of it, a wildcard for it, or what it is a part of. */
function isMeant({ host, imageHost }: WrittenKey, image: LookedUpImage): boolean {
  if (imageHost === image.imageHost) return true;
  const wanted = image.place?.host.toLowerCase() ?? '';
  if (!host.includes('*')) return host.includes('.') && wanted.endsWith(`.${host}`);
  const start = host.slice(0, host.indexOf('*'));
  const end = host.slice(host.lastIndexOf('*') + 1);
  return end.includes('.') && wanted.startsWith(start) && `.${wanted}`.endsWith(end);
}

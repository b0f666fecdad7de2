import { isDigest } from './digest';
import { IMAGE_ID, MAX_IMAGE, MAX_REPOSITORY, REGISTRY, REPOSITORY, TAG } from './grammar';

/** The registry of an image that names none: Docker Hub. */
export const DEFAULT_REGISTRY = 'docker.io';
/** The namespace of Docker Hub's official images. */
export const OFFICIAL_NAMESPACE = 'library/';
/** Docker Hub's name of old, which many images still carry. */
const LEGACY_DEFAULT_REGISTRY = 'index.docker.io';

/** An image name, cut where its parts meet. */
export interface ImageParts {
  /** Empty in the odd case of a first component that is taken for a host and is none, as in `x_y.io/app`. */
  readonly registry: string;
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

/** The parts of an image name that the kubelet accepts; nothing for any other text. */
export function parseImage(image: string): ImageParts | undefined {
  if (image.length > MAX_IMAGE || IMAGE_ID.test(image)) return undefined;
  const parts = splitImage(image);
  return isRepository(parts.repository) &&
    (parts.tag === undefined || TAG.test(parts.tag)) &&
    (parts.digest === undefined || isDigest(parts.digest))
    ? parts
    : undefined;
}

/** Cuts a text where the parts of an image would meet and fills in Docker's defaults. Judges nothing but the host. */
export function splitImage(image: string): ImageParts {
  const at = image.indexOf('@');
  const name = at < 0 ? image : image.slice(0, at);
  const digest = at < 0 ? undefined : image.slice(at + 1);

  const slash = name.indexOf('/');
  const host = slash < 0 ? '' : name.slice(0, slash);
  const hasHost = isHostLike(host);
  const rest = hasHost ? name.slice(slash + 1) : name;

  const colon = rest.indexOf(':');
  const path = colon < 0 ? rest : rest.slice(0, colon);
  const tag = colon < 0 ? undefined : rest.slice(colon + 1);

  if (!hasHost || host === DEFAULT_REGISTRY || host === LEGACY_DEFAULT_REGISTRY) {
    const repository = path.includes('/') ? path : OFFICIAL_NAMESPACE + path;
    return { registry: DEFAULT_REGISTRY, repository, tag, digest };
  }
  if (isRegistry(host)) return { registry: host, repository: path, tag, digest };
  return { registry: '', repository: `${host}/${path}`, tag, digest };
}

/** A tag or a digest behind its separator, or nothing. */
export function suffix(separator: ':' | '@', part: string | undefined): string {
  return part === undefined ? '' : separator + part;
}

/** Whether Docker takes the first component for a host: a dot, a port, an upper case letter, or `localhost`. */
function isHostLike(component: string): boolean {
  return component === 'localhost' || /[.:A-Z]/.test(component);
}

/** Whether a text is a host by which images name a registry, with or without a port. */
export function isRegistry(text: string): boolean {
  return REGISTRY.test(text);
}

/** Whether a text is a repository, on any registry. */
export function isRepository(text: string): boolean {
  return text.length <= MAX_REPOSITORY && REPOSITORY.test(text);
}

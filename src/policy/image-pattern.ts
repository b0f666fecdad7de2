import { attempt, RegcredError, requireString } from '../error';
import { ImageReference, quoted } from '../image';
import { hasInOrder } from '../kubernetes';

const MAX_LENGTH = 512;
const HOST = /^(?:[a-z0-9*](?:[a-z0-9*-]*[a-z0-9*])?)(?:\.[a-z0-9*](?:[a-z0-9*-]*[a-z0-9*])?)*(?::[0-9]+)?$/;
const IPV6_HOST = /^\[[a-f0-9:]+\](?::[0-9]+)?$/;
const LEGACY_DOCKER_HUB = 'index.docker.io';
/** What stands for the part of a host that a `*` leaves open. */
const ANY = 'x';

/**
 * Images by where they are: a host, or host and path; `*` stands for any run of characters in one part of the host.
 *
 * A path that ends in `/` holds what is below it, one that does not holds the repository of that name too. So `ghcr.io/acme` never takes in
 * `ghcr.io/acme-evil/app`.
 */
export class ImagePattern {
  /** @throws RegcredError `policy-pattern`, and what to write, where the pattern can match no image */
  public static parse(pattern: string): ImagePattern {
    requireString(
      pattern,
      'policy-pattern',
      'allowed image',
      "a registry, or a registry and a path, such as 'ghcr.io/acme'",
    );
    if (pattern.length > MAX_LENGTH) throw fault(pattern.slice(0, 40), `has more than ${MAX_LENGTH} characters`);
    const text = pattern.endsWith('/*') ? pattern.slice(0, -1) : pattern;
    const slash = text.indexOf('/');
    const host = slash < 0 ? text : text.slice(0, slash);
    const path = slash < 0 ? '' : text.slice(slash + 1);
    if (!isHost(host)) throw fault(pattern, 'names no registry', suggestion(text));
    const registry = host === LEGACY_DOCKER_HUB ? 'docker.io' : host;
    if (path !== '') checkPath(pattern, registry, path.replace(/\/$/, ''));
    return new ImagePattern(registry, path);
  }

  private constructor(
    public readonly host: string,
    /** Empty for the whole registry. */
    public readonly path: string,
  ) {}

  /** Whether an image is one of these. */
  public matches({ registry, repository }: ImageReference): boolean {
    return matchesHost(this.host, registry) && this.matchesPath(repository);
  }

  /** The pattern as a policy's parameters hold it. */
  public toString(): string {
    return this.path === '' ? this.host : `${this.host}/${this.path}`;
  }

  private matchesPath(repository: string): boolean {
    const { path } = this;
    if (path === '' || path.endsWith('/')) return repository.startsWith(path);
    return repository === path || repository.startsWith(`${path}/`);
  }
}

/** What Docker takes for a host: a dot, a port or `localhost`; a `*` is a host too. */
function isHost(host: string): boolean {
  return IPV6_HOST.test(host) || (HOST.test(host) && (host === 'localhost' || /[.:*]/.test(host)));
}

function matchesHost(pattern: string, host: string): boolean {
  const [parts, hostParts] = [pattern.split('.'), host.split('.')];
  return parts.length === hostParts.length && parts.every((part, index) => matchesPart(part, hostParts[index] ?? ''));
}

function matchesPart(pattern: string, part: string): boolean {
  if (!hasInOrder(part, pattern.split('*'))) return false;
  // a star stands for no port
  const [start, end] = [pattern.indexOf('*'), pattern.length - pattern.lastIndexOf('*') - 1];
  return start < 0 || !part.slice(start, part.length - end).includes(':');
}

/** A path is one that an image of the registry can have: it is read as the kubelet reads an image. */
function checkPath(pattern: string, registry: string, path: string): void {
  const image = `${registry.replaceAll('*', ANY)}/${path}`;
  const { tag, digest } = parsed(pattern, image);
  if (tag !== undefined || digest !== undefined) {
    const at = path.search(/[:@]/);
    throw fault(pattern, 'holds a tag or a digest', `${registry}/${path.slice(0, at)}`);
  }
}

function parsed(pattern: string, image: string): ImageReference {
  try {
    return ImageReference.parse(image);
  } catch (error) {
    if (!(error instanceof RegcredError)) throw error;
    throw fault(pattern, `is no registry or repository (${error.message})`);
  }
}

function suggestion(text: string): string | undefined {
  const lower = text.toLowerCase();
  const slash = lower.indexOf('/');
  if (isHost(slash < 0 ? lower : lower.slice(0, slash))) return lower;
  return attempt(() => ImageReference.parse(text.replace(/\/$/, '')).name);
}

function fault(pattern: string, why: string, write = 'ghcr.io/acme'): RegcredError {
  return new RegcredError(
    'policy-pattern',
    `allowed images are given by a registry, or a registry and a path: ${quoted(pattern)} ${why}, write for example '${write}'`,
  );
}

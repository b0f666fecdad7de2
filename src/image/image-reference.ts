import { requireString } from '../error';
import { imageError } from './advice';
import { DEFAULT_REGISTRY, type ImageParts, OFFICIAL_NAMESPACE, parseImage, suffix } from './image-parts';

const DEFAULT_TAG = 'latest';

/**
 * The name of a container image, read as the kubelet reads it.
 *
 * @see https://kubernetes.io/docs/concepts/containers/images/#image-names
 */
export class ImageReference {
  /**
   * Reads an image name, such as `nginx:1.27` or `ghcr.io/acme/app@sha256:…`.
   *
   * @throws RegcredError with a `reference-…` code and what to write instead, where the kubelet would refuse the name
   */
  public static parse(image: string): ImageReference {
    const parts = parseImage(requireString(image, 'reference-malformed', 'image', "one such as 'nginx:1.27'"));
    if (parts === undefined) throw imageError(image);
    return new ImageReference(parts);
  }

  /**
   * Host of the registry with its port, such as `ghcr.io` or `localhost:5000`; `docker.io` where none is written.
   *
   * Empty in one odd case: a first component with a dot that is no host name, as in `x_y.io/app`, belongs to the repository.
   */
  public readonly registry: string;

  /** Path of the image on its registry, such as `library/nginx`; at most 255 characters. */
  public readonly repository: string;

  /** Tag as written. @default - none written */
  public readonly tag?: string;

  /** Digest as written, such as `sha256:…`. @default - none written */
  public readonly digest?: string;

  private constructor(parts: ImageParts) {
    this.registry = parts.registry;
    this.repository = parts.repository;
    this.tag = parts.tag;
    this.digest = parts.digest;
  }

  /** Registry and repository, such as `docker.io/library/nginx`: the key by which the kubelet looks for credentials. */
  public get name(): string {
    return this.registry === '' ? this.repository : `${this.registry}/${this.repository}`;
  }

  /** Tag that is pulled: the one written, or `latest` where neither tag nor digest is. @default - none: a digest stands alone */
  public get effectiveTag(): string | undefined {
    return this.tag ?? (this.digest === undefined ? DEFAULT_TAG : undefined);
  }

  /** The name in full, such as `docker.io/library/nginx:latest`. */
  public get canonicalName(): string {
    return this.name + suffix(':', this.effectiveTag) + suffix('@', this.digest);
  }

  /** The name as Docker shows it, without Docker Hub's defaults, such as `nginx`; no tag is added. */
  public get familiarName(): string {
    return this.familiarRepository + suffix(':', this.tag) + suffix('@', this.digest);
  }

  /** Whether a digest fixes the content; a tag alone can be moved to another image. */
  public get isPinned(): boolean {
    return this.digest !== undefined;
  }

  /** The canonical name. */
  public toString(): string {
    return this.canonicalName;
  }

  private get familiarRepository(): string {
    if (this.registry !== DEFAULT_REGISTRY) return this.name;
    const official = this.repository.startsWith(OFFICIAL_NAMESPACE) && this.repository.split('/').length === 2;
    return official ? this.repository.slice(OFFICIAL_NAMESPACE.length) : this.repository;
  }
}

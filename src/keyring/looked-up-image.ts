import { ImageReference } from '../image';
import { imageHostOf } from '../registry';
import { DOCKER_HUB, DOCKER_HUB_KEY } from './docker-hub';
import { type Place, parsePlace } from './key-pattern';

/** An image as the kubelet looks for it: by its name without tag and digest. */
export class LookedUpImage {
  /** @throws RegcredError with a `reference-…` code where the image cannot be parsed */
  public static parse(image: string): LookedUpImage {
    return new LookedUpImage(ImageReference.parse(image).name);
  }

  /** Host with its port. */
  public readonly registry: string;
  /** Components of the repository. */
  public readonly repository: readonly string[];
  /** Nothing where the name is no URL to Go, as with a malformed IPv6 address: no key matches it. */
  public readonly place?: Place;
  #imageHost?: string;

  private constructor(name: string) {
    const [registry = '', ...repository] = name.split('/');
    this.registry = registry;
    this.repository = repository;
    this.place = parsePlace(name);
  }

  /**
   * Whether the kubelet takes it for an image of Docker Hub when no key matched. It looks at the text, so `localhost/app` counts, too.
   *
   * @see https://github.com/kubernetes/kubernetes/blob/v1.37.2/pkg/credentialprovider/keyring.go (isDefaultRegistryMatch)
   */
  public get isDockerHubs(): boolean {
    if (this.registry === '') return false;
    const isName = this.repository.length === 0 || !/[.:]/.test(this.registry);
    return isName || this.registry === DOCKER_HUB || this.registry === DOCKER_HUB_KEY;
  }

  /** The lower-case host, without port, of the registry as the catalogue knows it. */
  public get imageHost(): string {
    this.#imageHost ??= imageHostOf(this.place?.host.toLowerCase() ?? '');
    return this.#imageHost;
  }
}

import type { DockerConfig } from '../credential';
import { ImageReference } from '../image';
import { isDefaultRegistry } from './docker-hub';
import { KeyIndex } from './key-index';
import { parsePlace } from './key-pattern';
import type { KeyringMatch } from './keyring-match';

/**
 * The logins of a pod's pull secrets as the kubelet holds them.
 *
 * @see https://kubernetes.io/docs/concepts/containers/images/#config-json
 */
export class Keyring {
  /** A keyring of the configs of a pod's pull secrets, in the order in which the pod names them. */
  public static of(configs: DockerConfig[]): Keyring {
    return new Keyring(configs);
  }

  readonly #index: KeyIndex;

  private constructor(configs: readonly DockerConfig[]) {
    this.#index = KeyIndex.of(configs);
  }

  /**
   * The logins that the kubelet tries for an image, in its order; none means one anonymous pull. Longer keys come before shorter
   * ones on a host whatever the order of the configs, which only decides between entries with the same key. Entries of one config
   * that mean the same key come in the order of the document here, and in any order in the kubelet.
   *
   * @throws RegcredError with a `reference-…` code where the image cannot be parsed
   */
  public lookup(image: string): KeyringMatch[] {
    const name = ImageReference.parse(image).name;
    const place = parsePlace(name);
    const direct = place === undefined ? [] : this.#index.matching(place);
    if (direct.length > 0) return direct;
    return isDefaultRegistry(name) ? this.#index.dockerHub() : [];
  }
}

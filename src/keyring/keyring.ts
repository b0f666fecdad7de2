import type { DockerConfig } from '../credential';
import { requireList } from '../error';
import { explainLogin } from './explain-login';
import { type FiledLogin, fileLogins } from './filed-login';
import type { KeyExplanation } from './key-explanation';
import { KeyIndex } from './key-index';
import type { KeyringMatch } from './keyring-match';
import { LookedUpImage } from './looked-up-image';

/**
 * The logins of a pod's pull secrets as the kubelet holds them.
 *
 * @see https://kubernetes.io/docs/concepts/containers/images/#config-json
 */
export class Keyring {
  /**
   * A keyring of the configs of a pod's pull secrets, in the order in which the pod names them.
   *
   * @throws RegcredError `docker-config-malformed` where it is no list
   */
  public static of(configs: DockerConfig[]): Keyring {
    return new Keyring(
      fileLogins(requireList(configs, 'docker-config-malformed', 'configs of a keyring', '[DockerConfig.parse(text)]')),
    );
  }

  readonly #filed: readonly FiledLogin[];
  readonly #index: KeyIndex;

  private constructor(filed: readonly FiledLogin[]) {
    this.#filed = filed;
    this.#index = new KeyIndex(filed);
  }

  /**
   * The logins that the kubelet tries for an image, in its order; none means one anonymous pull. Longer keys come before shorter
   * ones on a host whatever the order of the configs, which only decides between entries with the same key. Entries of one config
   * that mean the same key come in the order of the document here, and in any order in the kubelet.
   *
   * @throws RegcredError with a `reference-…` code where the image cannot be parsed
   */
  public lookup(image: string): KeyringMatch[] {
    return this.#tried(LookedUpImage.parse(image));
  }

  /**
   * What the kubelet makes of every entry when it looks for an image, tried or not, in the order of the configs.
   *
   * @throws RegcredError with a `reference-…` code where the image cannot be parsed
   */
  public explain(image: string): KeyExplanation[] {
    const lookedUp = LookedUpImage.parse(image);
    const tried = this.#tried(lookedUp);
    return this.#filed.map((filed) => explainLogin(filed, lookedUp, tried));
  }

  #tried(image: LookedUpImage): KeyringMatch[] {
    const direct = image.place === undefined ? [] : this.#index.matching(image.place);
    if (direct.length > 0) return direct;
    return image.isDockerHubs ? this.#index.dockerHub() : [];
  }
}

import { RegcredError, requireOptions } from '../../error';
import { Registry } from '../../registry';
import { shellLine } from '../shell-word';
import { parseGuid } from './guid';

/** What an identity may pull. */
export interface AcrPullGrantOptions {
  /** Client id of the managed identity or application: a GUID. */
  readonly clientId: string;
  /** Images that are run; those of other registries are left out. */
  readonly images: string[];
}

/** The role `AcrPull` on one registry, which `PullIdentity.acr` and the kubelet's own identity need. */
export class AcrPullGrant {
  /**
   * One for each registry that the images lie in.
   *
   * @throws RegcredError `identity-guid`, `identity-no-repositories` or `reference-…`
   */
  public static forImages(options: AcrPullGrantOptions): AcrPullGrant[] {
    requireOptions(options, "AcrPullGrant.forImages({ clientId: '11111111-2222-3333-4444-555555555555', images })");
    const clientId = parseGuid(options.clientId, 'client id');
    const hosts = options.images.map((image) => Registry.forImage(image)).filter(({ id }) => id === 'acr');
    const names = [...new Set(hosts.map(({ host }) => registryNameOf(host)))].sort();
    if (names.length === 0) {
      throw new RegcredError(
        'identity-no-repositories',
        `no Azure Container Registry to pull from: got ${options.images.length} images, write one such as 'acmeprod.azurecr.io/team/api'`,
      );
    }
    return names.map((name) => new AcrPullGrant(clientId, name));
  }

  private constructor(
    /** Client id of the identity that gets the role. */
    public readonly clientId: string,
    /** Name of the registry, as Azure's resource has it. */
    public readonly registryName: string,
  ) {}

  /** The `az` command that assigns the role, on one line. */
  public get command(): string {
    const scope = shellLine('az acr show', ['--name', this.registryName, '--query', 'id', '--output', 'tsv']);
    return `${shellLine('az role assignment create', ['--assignee', this.clientId, '--role', 'AcrPull'])} --scope "$(${scope})"`;
  }
}

/** `acme`, `acme-d4b5c6` (domain name label), `acme.westeurope.geo`: the registry's own name comes first, without the hash. */
function registryNameOf(host: string): string {
  return host.replace(/[.-].*/, '');
}

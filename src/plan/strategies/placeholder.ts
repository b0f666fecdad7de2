import { kindOf, RegcredError, requireList } from '../../error';
import { DOCKER_CONFIG_JSON_KEY, DOCKER_CONFIG_JSON_TYPE, parseSecretName } from '../../kubernetes';
import { parseServerKey } from '../../registry';
import { coveringMetadata } from '../external-secret';
import { PlaceholderSource } from '../placeholder-source';
import type { PullSecretStrategy } from '../pull-secret-strategy';

/** Properties of `PullSecret.placeholder`. */
export interface PlaceholderPullSecretProps {
  /** What fills the Secret in the cluster. */
  readonly source: PlaceholderSource;

  /** Server keys that the Secret will hold, such as `ghcr.io/acme/`: what the check cannot see. */
  readonly covers: string[];

  /**
   * Name of the Secret, the same in every namespace.
   *
   * @default 'regcred'
   */
  readonly name?: string;
}

/** Base64 of `{}` and a newline: the API server takes no Secret of this type without a JSON object in it. */
const EMPTY_OBJECT = 'e30K';

/** An empty Secret that something in the cluster fills. */
export function placeholder(name: string, { source, covers }: PlaceholderPullSecretProps): PullSecretStrategy {
  parseSecretName(name);
  if (!(source instanceof PlaceholderSource)) {
    throw new RegcredError(
      'pull-secret-reference',
      `source of placeholder '${name}' must be a PlaceholderSource: got ${kindOf(source)}, write one of its factories, such as PlaceholderSource.secretgen()`,
    );
  }
  if (requireList(covers, 'plan-list', `what placeholder '${name}' covers`, "['ghcr.io/acme/']").length === 0) {
    throw new RegcredError(
      'pull-secret-empty',
      `placeholder '${name}' covers nothing: list the server keys that its source holds, such as 'ghcr.io/acme/'`,
    );
  }
  const serverKeys = covers.map(parseServerKey);
  return {
    name,
    logins: [],
    covers: () => serverKeys,
    documents: (target) => {
      // a copy onto itself: there the Secret is the source's own
      if (source._namespace === target.namespace && source._name === name) return [];
      const annotations = { ...target.annotations, ...source._annotations };
      return [
        {
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: coveringMetadata(name, { ...target, annotations }, serverKeys),
          type: DOCKER_CONFIG_JSON_TYPE,
          data: { [DOCKER_CONFIG_JSON_KEY]: EMPTY_OBJECT },
        },
      ];
    },
  };
}

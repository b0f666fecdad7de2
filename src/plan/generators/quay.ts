import { requireString } from '../../error';
import type { Generator } from './generator';
import { auth } from './generator';
import { serviceAccountRef } from './secret-key';

/** Properties of `GeneratedCredentials.quay`. */
export interface QuayTokenProps {
  /** Robot account that is federated with the ServiceAccount, such as `acme+puller`. */
  readonly robotAccount: string;

  /** ServiceAccount of each namespace whose token is exchanged. */
  readonly serviceAccount: string;
}

/** Tokens of a federated robot account: nothing is stored. */
export function quay({ robotAccount, serviceAccount }: QuayTokenProps): Generator {
  requireString(robotAccount, 'generator-auth', 'robotAccount', "a robot account such as 'acme+puller'");
  return {
    kind: 'QuayAccessToken',
    registries: ['quay'],
    spec: ({ host }) => ({ url: host, robotAccount, serviceAccountRef: serviceAccountRef(serviceAccount) }),
    login: auth,
  };
}

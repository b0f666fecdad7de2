import { requireString } from '../../error';
import type { Generator } from './generator';
import { auth } from './generator';
import { serviceAccountRef } from './secret-key';

/** Properties of `GeneratedCredentials.cloudsmith`. */
export interface CloudsmithTokenProps {
  /** Slug of the organisation. */
  readonly organization: string;

  /** Slug of the service account at Cloudsmith. */
  readonly service: string;

  /** ServiceAccount of each namespace whose token is exchanged. */
  readonly serviceAccount: string;
}

/** Tokens of a service account that is federated with the cluster: nothing is stored. */
export function cloudsmith({ organization, service, serviceAccount }: CloudsmithTokenProps): Generator {
  requireString(organization, 'generator-auth', 'organization', 'its slug');
  requireString(service, 'generator-auth', 'service', 'its slug');
  return {
    kind: 'CloudsmithAccessToken',
    registries: ['cloudsmith'],
    spec: () => ({
      orgSlug: organization,
      serviceSlug: service,
      serviceAccountRef: serviceAccountRef(serviceAccount),
    }),
    login: auth,
  };
}

import { requireString } from '../../error';
import { templateString } from '../docker-config-template';
import type { Generator } from './generator';
import { apiUrl } from './generator';
import type { SecretKey } from './secret-key';
import { secretKeyRef } from './secret-key';

/** Properties of `GeneratedCredentials.github`. */
export interface GitHubTokenProps {
  /** Id of the GitHub App. */
  readonly appId: string;

  /** Id of its installation in the organisation. */
  readonly installationId: string;

  /** Where the private key of the App is, in PEM. */
  readonly privateKey: SecretKey;

  /**
   * Address of the API of a GitHub Enterprise Server, such as `https://github.example.com/api/v3`.
   *
   * @default - the API of github.com; an installation needs it
   */
  readonly url?: string;
}

/** GitHub takes any user name with a token of an installation; this is the one that it documents for Git. */
const USERNAME = 'x-access-token';

/** Tokens of an App's installation, which may read packages and nothing else. */
export function github({ appId, installationId, privateKey, url }: GitHubTokenProps): Generator {
  requireString(appId, 'generator-auth', 'appId', "the id of the App in quotes, such as '123456'");
  requireString(
    installationId,
    'generator-auth',
    'installationId',
    "the id of the installation in quotes, such as '7890123'",
  );
  return {
    kind: 'GithubAccessToken',
    registries: ['ghcr'],
    spec: (registry) => ({
      ...apiUrl(registry, 'ghcr.io', url),
      appID: appId,
      installID: installationId,
      permissions: { packages: 'read' },
      auth: { privateKey: { secretRef: secretKeyRef(privateKey) } },
    }),
    login: (value) => ({ username: templateString(USERNAME), password: value('token') }),
  };
}

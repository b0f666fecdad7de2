import { RegcredError } from '../../error';
import type { Generator } from './generator';
import { apiUrl } from './generator';
import type { SecretKey } from './secret-key';
import { secretKeyRef } from './secret-key';

/** Properties of `GeneratedCredentials.gitlab`. */
export interface GitLabTokenProps {
  /** Where the token is that may create deploy tokens: of a maintainer, with the scope `api`. */
  readonly token: SecretKey;

  /**
   * Id or path of the group whose images are pulled; either this or `project`.
   *
   * @default - none
   */
  readonly group?: string;

  /**
   * Id or path of the project whose images are pulled; either this or `group`.
   *
   * @default - none
   */
  readonly project?: string;

  /**
   * Name of the deploy tokens, as GitLab lists them.
   *
   * @default 'regcred'
   */
  readonly name?: string;

  /**
   * Address of an installation, such as `https://gitlab.example.com`.
   *
   * @default - gitlab.com; an installation needs it
   */
  readonly url?: string;
}

/** Deploy tokens: each refresh makes a new one and revokes the one before. */
export function gitlab({ token, group, project, name = 'regcred', url }: GitLabTokenProps): Generator {
  if ((group === undefined) === (project === undefined)) {
    throw new RegcredError(
      'generator-auth',
      `a deploy token of GitLab is for either a group or a project: got ${group === undefined ? 'neither' : 'both'}, write one of the two`,
    );
  }
  return {
    kind: 'GitlabDeployToken',
    registries: ['gitlab'],
    spec: (registry) => ({
      ...apiUrl(registry, 'registry.gitlab.com', url),
      ...(group === undefined ? { projectID: project } : { groupID: group }),
      name,
      scopes: ['read_registry'],
      auth: { token: { secretRef: secretKeyRef(token) } },
    }),
    login: (value) => ({ username: value('username'), password: value('token') }),
  };
}

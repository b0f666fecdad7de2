import { RegcredError, requireOptions, requireString } from '../../error';
import { quoted } from '../../image';
import { shellLine } from '../shell-word';
import { type WorkloadAccountOptions, WorkloadAccounts } from '../workload-accounts';
import { type ArtifactRepository, artifactRepositoryOf } from './artifact-repository';
import { type GkeProjectOptions, gkeMembers, gkePrincipals } from './principal';
import { parseGcpProjectId } from './project-id';
import { parseGcpServiceAccountEmail } from './service-account-email';

/** Which ServiceAccounts may act as a Google service account. */
export interface WorkloadIdentityUserOptions extends WorkloadAccountOptions {
  /** Email of the Google service account. */
  readonly serviceAccountEmail: string;
  /** Id of the project that the cluster lies in. */
  readonly clusterProjectId: string;
}

/** A role for ServiceAccounts themselves. */
export interface DirectGrantOptions extends WorkloadAccountOptions, GkeProjectOptions {
  /** Role, such as `roles/storage.objectViewer` or `projects/acme-prod/roles/api`. */
  readonly role: string;
  /** Id of the project that the role is for. @default - the cluster's */
  readonly targetProjectId?: string;
}

/** What ServiceAccounts may pull. */
export interface ArtifactRegistryReaderOptions extends WorkloadAccountOptions, GkeProjectOptions {
  /** Images that are run; those of other registries are left out. */
  readonly images: string[];
}

const ROLE = /^(?:(?:projects|organizations)\/[\w.:-]+\/)?roles\/[\w.]+$/;
const READER = 'roles/artifactregistry.reader';

/** A member that gets a role in Google Cloud. */
export class GcpGrant {
  /**
   * What `RuntimeIdentity.gke` needs: each ServiceAccount may act as the Google service account.
   *
   * @throws RegcredError `identity-gcp-service-account`, `identity-gcp-project` or `identity-namespaces`
   */
  public static workloadIdentityUser(options: WorkloadIdentityUserOptions): GcpGrant[] {
    requireOptions(
      options,
      "GcpGrant.workloadIdentityUser({ namespaces: ['payments'], serviceAccount: 'api', serviceAccountEmail, clusterProjectId: 'acme-prod' })",
    );
    const email = parseGcpServiceAccountEmail(options.serviceAccountEmail);
    return gkeMembers(options.clusterProjectId, WorkloadAccounts.of(options)).map(
      (member) => new GcpGrant(member, 'roles/iam.workloadIdentityUser', 'gcloud iam service-accounts', [email]),
    );
  }

  /**
   * A role of a project for each ServiceAccount itself, as `RuntimeIdentity.gkeDirect` has it.
   *
   * @throws RegcredError `identity-gcp-role`, `identity-gcp-project`, `identity-gcp-project-number` or `identity-namespaces`
   */
  public static direct(options: DirectGrantOptions): GcpGrant[] {
    requireOptions(
      options,
      "GcpGrant.direct({ namespaces: ['payments'], serviceAccount: 'api', projectId: 'acme-prod', projectNumber: '123456789012', role: 'roles/storage.objectViewer' })",
    );
    const role = parseRole(options.role);
    const project = parseGcpProjectId(options.targetProjectId ?? options.projectId);
    return gkePrincipals(options, WorkloadAccounts.of(options)).map(
      (member) => new GcpGrant(member, role, 'gcloud projects', [project], ['--condition=None']),
    );
  }

  /**
   * What `PullIdentity.gke` needs: each ServiceAccount may read the repositories that the images lie in, and no others.
   *
   * @throws RegcredError `identity-no-repositories`, `identity-gcp-project`, `identity-gcp-project-number` or `reference-…`
   */
  public static artifactRegistryReader(options: ArtifactRegistryReaderOptions): GcpGrant[] {
    requireOptions(
      options,
      "GcpGrant.artifactRegistryReader({ namespaces: ['payments'], serviceAccount: 'api', projectId: 'acme-prod', projectNumber: '123456789012', images })",
    );
    const members = gkePrincipals(options, WorkloadAccounts.of(options));
    return repositoriesOf(options.images).flatMap(({ repository, location, projectId }) =>
      members.map(
        (member) =>
          new GcpGrant(
            member,
            READER,
            'gcloud artifacts repositories',
            [repository],
            [`--location=${location}`, `--project=${projectId}`],
          ),
      ),
    );
  }

  private constructor(
    /** Who gets the role, such as `serviceAccount:acme-prod.svc.id.goog[payments/api]` or `principal://…`. */
    public readonly member: string,
    /** Role that it gets, such as `roles/artifactregistry.reader`. */
    public readonly role: string,
    private readonly group: string,
    private readonly target: readonly string[],
    private readonly flags: readonly string[] = [],
  ) {}

  /** The `gcloud` command that grants it, on one line. */
  public get command(): string {
    const grant = [`--role=${this.role}`, `--member=${this.member}`];
    return shellLine(`${this.group} add-iam-policy-binding`, this.target, this.flags, grant);
  }
}

function parseRole(role: string): string {
  requireString(role, 'identity-gcp-role', 'role', "'roles/storage.objectViewer'");
  if (role.length <= 200 && ROLE.test(role)) return role;
  throw new RegcredError(
    'identity-gcp-role',
    `role must be one of Google Cloud: got ${quoted(role)}, write 'roles/storage.objectViewer'`,
  );
}

function repositoriesOf(images: readonly string[]): ArtifactRepository[] {
  const found = images.flatMap((image) => artifactRepositoryOf(image) ?? []);
  if (found.length === 0) {
    throw new RegcredError(
      'identity-no-repositories',
      `no repository of Artifact Registry to pull from: got ${images.length} images, write one such as ` +
        "'europe-west1-docker.pkg.dev/acme-prod/images/api'",
    );
  }
  const key = (r: ArtifactRepository) => `${r.projectId}/${r.location}/${r.repository}`;
  const distinct = new Map(found.map((repository) => [key(repository), repository]));
  return [...distinct.keys()].sort().flatMap((name) => distinct.get(name) ?? []);
}

import { RegcredError } from '../../error';
import { GcpGrant } from '../../identity';
import { EXIT_CLEAN } from '../exit-code';
import type { CliIo } from '../io';
import { readImages } from './images-of';
import { type AccountFlags, accountOf, type ImageFlags } from './options';

export interface GcpFlags extends AccountFlags, ImageFlags {
  readonly projectId: string;
  readonly projectNumber?: string;
  readonly googleServiceAccount?: string;
  readonly role?: string;
  readonly targetProjectId?: string;
}

/** A command for each grant that the flags ask for. */
export async function printGcpGrants(flags: GcpFlags, io: CliIo): Promise<number> {
  const { projectId, googleServiceAccount, role, targetProjectId } = flags;
  const accounts = accountOf(flags);
  const grants: GcpGrant[] = [];
  if (googleServiceAccount !== undefined) {
    const options = { serviceAccountEmail: googleServiceAccount, clusterProjectId: projectId };
    grants.push(...GcpGrant.workloadIdentityUser({ ...accounts, ...options }));
  }
  if (role !== undefined) grants.push(...GcpGrant.direct({ ...accounts, ...projectOf(flags), role, targetProjectId }));
  if (flags.image !== undefined || flags.file !== undefined) {
    const images = await readImages(flags, io);
    grants.push(...GcpGrant.artifactRegistryReader({ ...accounts, ...projectOf(flags), images }));
  }
  if (grants.length === 0) {
    throw new RegcredError(
      'cli-usage',
      'nothing to grant: write --google-service-account or --role for who the container is, --image or --file for what is pulled',
    );
  }
  for (const { command } of grants) io.stdout.write(`${command}\n`);
  return EXIT_CLEAN;
}

/** A principal of Google Cloud holds both names of the project. */
function projectOf({ projectId, projectNumber }: GcpFlags) {
  if (projectNumber !== undefined) return { projectId, projectNumber };
  throw new RegcredError(
    'cli-usage',
    "a grant to the ServiceAccount itself needs --project-number: gcloud projects describe PROJECT_ID '--format=value(projectNumber)'",
  );
}

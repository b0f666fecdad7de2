import type { ImageReference } from '../../image';
import { parseGcpProjectId } from './project-id';

/** A Docker repository of Artifact Registry. */
export interface ArtifactRepository {
  readonly projectId: string;
  readonly location: string;
  readonly repository: string;
}

const PKG_DEV = /^([a-z][a-z0-9-]*)-docker\.pkg\.dev$/;
/** Where Artifact Registry keeps the repositories that answer to the old names. @see https://cloud.google.com/artifact-registry/docs/transition/setup-gcr-repo */
const GCR_LOCATIONS: ReadonlyMap<string, string> = new Map([
  ['gcr.io', 'us'],
  ['us.gcr.io', 'us'],
  ['eu.gcr.io', 'europe'],
  ['asia.gcr.io', 'asia'],
]);

/** The repository of Artifact Registry that an image lies in; undefined where another registry serves it. */
export function artifactRepositoryOf(image: ImageReference): ArtifactRepository | undefined {
  const [first = '', ...rest] = image.repository.split('/');
  // a domain-scoped project, example.com:app, is written as two parts
  const [projectId, path] = first.includes('.') ? [`${first}:${rest[0]}`, rest.slice(1)] : [first, rest];
  const gcr = GCR_LOCATIONS.get(image.registry);
  if (gcr !== undefined) return { projectId: parseGcpProjectId(projectId), location: gcr, repository: image.registry };
  const location = PKG_DEV.exec(image.registry)?.[1];
  const [repository, ...names] = path;
  if (location === undefined || repository === undefined || names.length === 0) return undefined;
  return { projectId: parseGcpProjectId(projectId), location, repository };
}

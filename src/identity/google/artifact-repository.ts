import { ImageReference } from '../../image';
import { Registry } from '../../registry';
import { parseGcpProjectId } from './project-id';

/** A Docker repository of Artifact Registry. */
export interface ArtifactRepository {
  readonly projectId: string;
  readonly location: string;
  readonly repository: string;
}

/** Where Artifact Registry keeps the repositories that answer to the old names; each has its host's name. @see https://cloud.google.com/artifact-registry/docs/transition/setup-gcr-repo */
const GCR_LOCATIONS: ReadonlyMap<string, string> = new Map([
  ['gcr.io', 'us'],
  ['us.gcr.io', 'us'],
  ['eu.gcr.io', 'europe'],
  ['asia.gcr.io', 'asia'],
]);

/** The repository of Artifact Registry that an image lies in; undefined where another registry serves it, or none could. */
export function artifactRepositoryOf(image: string): ArtifactRepository | undefined {
  const { registry, repository: path } = ImageReference.parse(image);
  const { id } = Registry.forHost(registry);
  const [first = '', second = '', ...others] = path.split('/');
  // a domain-scoped project, example.com:app, is written as two parts
  const [project, rest] = first.includes('.') ? [`${first}:${second}`, others] : [first, [second, ...others]];
  const gcrLocation = GCR_LOCATIONS.get(registry);
  if (gcrLocation !== undefined)
    return { projectId: parseGcpProjectId(project), location: gcrLocation, repository: registry };
  const [repository = '', name] = rest;
  if (id !== 'artifact-registry' || name === undefined) return undefined;
  return { projectId: parseGcpProjectId(project), location: registry.replace(/-docker\.pkg\.dev$/, ''), repository };
}

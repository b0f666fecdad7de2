import type { ImageReference } from '../image';
import { correctionOf } from './catalogue';
import type { RegistryRecord } from './registry-record';

/** What is wrong with an image's host and path, by the rules of who serves it; nothing where all is well. */
export function imageProblems(record: RegistryRecord, { registry, repository }: ImageReference): string[] {
  const host = hostProblem(registry, repository);
  const path = pathProblem(record, repository);
  return [host, path].filter((problem) => problem !== undefined);
}

/** What is wrong with a repository for certain: by a rule that has been seen at work, or read in the vendor's code. */
export function impossiblePath(record: RegistryRecord, { repository }: ImageReference): string | undefined {
  const { path } = record.evidence;
  return path === 'run' || path === 'source' ? pathProblem(record, repository) : undefined;
}

function hostProblem(host: string, repository: string): string | undefined {
  const lower = host.toLowerCase();
  const correction = correctionOf(lower);
  if (correction) return `'${host}' is no registry (${correction.why}): write '${correction.imageHost}/${repository}'`;
  if (host === lower) return undefined;
  return `'${host}' has capitals, so no credential is found for it: write '${lower}/${repository}'`;
}

function pathProblem({ name, path, evidence }: RegistryRecord, repository: string): string | undefined {
  const { parts, nested } = path;
  const count = repository.split('/').length;
  if (count === parts.length || (nested && count > parts.length)) return undefined;
  const number = `${nested ? 'at least ' : ''}${parts.length} ${parts.length === 1 ? 'part' : 'parts'}`;
  const caution = evidence.path === 'unverified' ? ' (not yet verified)' : '';
  return `${name} wants a path of ${number}, ${parts.join('/')}: got '${repository}'${caution}`;
}

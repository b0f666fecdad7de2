import { listIn, mappingIn, textIn } from './untyped';

const NO_NAMES: readonly string[] = Object.freeze([]);

/** The names of a list of references, such as `imagePullSecrets`; an entry without a name stays, for it counts. */
export function namesIn(list: unknown): readonly string[] {
  const entries = listIn(list);
  return entries.length === 0 ? NO_NAMES : entries.map((entry) => textIn(mappingIn(entry).name) ?? '');
}

import { kindOf, RegcredError, requireString } from '../error';
import { parseAnnotationKey, parseLabelKey, parseLabelValue } from './label-names';

type StringMap = Readonly<Record<string, string>>;

/** The labels of a declaration. @throws RegcredError `label` where a key or a value is none */
export function parseLabels<T extends StringMap | undefined>(labels: T): T {
  for (const [key, value] of entriesOf(labels, 'label', "{ team: 'shop' }")) {
    parseLabelKey(key);
    parseLabelValue(value, key);
  }
  return labels;
}

/** The annotations of a declaration; their values may be any text. @throws RegcredError `annotation` where a key is none */
export function parseAnnotations<T extends StringMap | undefined>(annotations: T): T {
  for (const [key, value] of entriesOf(annotations, 'annotation', "{ 'acme.com/owner': 'Team Shop' }")) {
    parseAnnotationKey(key);
    requireString(value, 'annotation', `value of annotation '${key}'`, 'it in quotes');
  }
  return annotations;
}

function entriesOf(map: StringMap | undefined, what: 'label' | 'annotation', write: string): [string, string][] {
  if (map === undefined) return [];
  if (typeof map === 'object' && map !== null && !Array.isArray(map)) return Object.entries(map);
  throw new RegcredError(what, `${what}s must be keys with values: got ${kindOf(map)}, write for example ${write}`);
}

import { RegcredError, requireString } from '../error';
import { isDnsSubdomain } from './names';

const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/;

/** The label that every namespace has: its own name. */
export const NAMESPACE_NAME_LABEL = 'kubernetes.io/metadata.name';

/** A label's key, such as `team` or `acme.com/team`. @throws RegcredError `label` where it is none */
export function parseLabelKey(key: string): string {
  if (isQualifiedName(key)) return key;
  throw noKey('label', key);
}

/** An annotation's key, whose prefix may have capitals. @throws RegcredError `annotation` where it is none */
export function parseAnnotationKey(key: string): string {
  if (isAnnotationKey(key)) return key;
  throw noKey('annotation', key);
}

/** Whether a text is the key of an annotation. */
export function isAnnotationKey(key: string): boolean {
  return isQualifiedName(key.toLowerCase());
}

/**
 * A label's value.
 *
 * @param key the label's, where it is known
 * @throws RegcredError `label` where it is none
 */
export function parseLabelValue(value: string, key?: string): string {
  const what = key === undefined ? 'label value' : `value of label '${key}'`;
  requireString(value, 'label', what, 'it in quotes');
  if (value === '' || NAME.test(value)) return value;
  throw new RegcredError(
    'label',
    `${key === undefined ? 'a label value' : what} is at most 63 letters, digits, '-', '_' and '.': got '${value}'; longer texts go into annotations`,
  );
}

function isQualifiedName(key: string): boolean {
  const slash = key.indexOf('/');
  const [prefix, name] = slash < 0 ? [undefined, key] : [key.slice(0, slash), key.slice(slash + 1)];
  return NAME.test(name) && (prefix === undefined || isDnsSubdomain(prefix));
}

function noKey(what: 'label' | 'annotation', key: string): RegcredError {
  return new RegcredError(
    what,
    `${what === 'label' ? 'a label' : 'an annotation'} key is a name of at most 63 letters, digits, '-', '_' and '.', with a DNS prefix before a '/' or none: got '${key}', write for example 'acme.com/team'`,
  );
}

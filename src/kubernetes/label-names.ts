import { RegcredError, requireString } from '../error';
import { isDnsSubdomain } from './names';

const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/;

/** The label that every namespace has: its own name. */
export const NAMESPACE_NAME_LABEL = 'kubernetes.io/metadata.name';

/** A label's key, such as `team` or `acme.com/team`. @throws RegcredError `label` where it is none */
export function parseLabelKey(key: string): string {
  const slash = key.indexOf('/');
  const [prefix, name] = slash < 0 ? [undefined, key] : [key.slice(0, slash), key.slice(slash + 1)];
  if (NAME.test(name) && (prefix === undefined || isDnsSubdomain(prefix))) return key;
  throw new RegcredError(
    'label',
    `a label key is a name of at most 63 letters, digits, '-', '_' and '.', with a DNS prefix before a '/' or none: got '${key}', write for example 'acme.com/team'`,
  );
}

/** A label's value. @throws RegcredError `label` where it is none */
export function parseLabelValue(value: string): string {
  requireString(value, 'label', 'label value', 'it in quotes');
  if (value === '' || NAME.test(value)) return value;
  throw new RegcredError(
    'label',
    `a label value is at most 63 letters, digits, '-', '_' and '.': got '${value}'; longer texts go into annotations`,
  );
}

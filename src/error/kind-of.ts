/** What a value is, in words for a message: not the value itself, which may be a password. */
export function kindOf(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (Array.isArray(value)) return 'a list';
  if (typeof value !== 'object') return `a ${typeof value}`;
  return value.constructor === Object && Object.keys(value).length === 0 ? '{}' : 'an object';
}
